import { TemplateReference } from '#shared/domain/message/message.ts';
import { sha256 } from '../builders.ts';
import type { SendWorld } from '../send-world.ts';

/** What a campaign by SMS is made of: a version of a template is stored for it. */
export const aTextIn = async (world: SendWorld) => {
  const template = TemplateReference.parse({ templateId: 'hiver', version: 'sms' });
  const contentSha256 = await world.ports.contents.put(world.access, { text: 'Nos vins d’hiver' });
  await world.templates.put(world.access, {
    ...template,
    advertiserId: world.access.advertiserId,
    class: 'prospecting',
    category: 'wine',
    putBy: 'shop',
    recordedAt: world.clock.now(),
    sha256: sha256('3'),
    channelKind: 'sms',
    contentSha256,
    offerSigns: [],
  });
  const audience = { segment: { channel: 'sms', purpose: 'own-offers' } } as const;
  return { template, contentSha256, channel: 'sms', audience } as const;
};
