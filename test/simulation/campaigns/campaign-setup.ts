import type { S3Client } from '@aws-sdk/client-s3';
import { audienceIndexOf } from '#shared/adapters/dynamodb/audience/audience-index.ts';
import { templateVersionsOf } from '#shared/adapters/dynamodb/settings/versions.ts';
import { contentsOf } from '#shared/adapters/s3/contents.ts';
import { projectContact } from '#shared/app/audience/project-contact.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import { sha256 } from '#test/support/builders.ts';
import type { recordingPorts } from '../world/ports.ts';
import type { Known } from '../world/setup.ts';
import { ADVERTISERS, LONG_AGO } from '../world/setup.ts';
import { setUpLists } from './lists.ts';
import type { PlannedCampaign } from './planned.ts';

/** What campaigns say, by channel; the field is what its readers know a campaign by. */
const CONTENTS = {
  email: { subject: 'Nos vins d’hiver {{ref}}', text: 'Bonjour, nos vins d’hiver sont là.' },
  sms: { text: 'Maison Valmy: -20 % sur les vins {{ref}}' },
} as const;

export const templateOf = (channel: 'email' | 'sms') =>
  ({ templateId: `hiver-${channel}`, version: '1' }) as Pick<TemplateVersion, 'templateId' | 'version'>;

/** The templates of campaigns, and the audience index of all who agreed, before anything begins. */
export const setUpCampaigns = async (
  ports: ReturnType<typeof recordingPorts>,
  s3: S3Client,
  { campaigns, known }: { readonly campaigns: readonly PlannedCampaign[]; readonly known: readonly Known[] },
): Promise<void> => {
  const contents = contentsOf({ client: s3, bucket: 'contents' });
  const templates = templateVersionsOf(ports.deps);
  for (const { access } of ADVERTISERS)
    for (const channel of ['email', 'sms'] as const) {
      const contentSha256 = await contents.put(access, CONTENTS[channel]);
      await templates.put(access, {
        ...templateOf(channel),
        advertiserId: access.advertiserId,
        class: 'prospecting',
        category: 'wine' as TemplateVersion['category'],
        putBy: 'shop',
        recordedAt: LONG_AGO,
        sha256: sha256('1') as TemplateVersion['sha256'],
        channelKind: channel,
        contentSha256,
        offerSigns: [],
      });
    }
  await setUpLists(ports, campaigns, known);
  const projecting = { advertisers: ports.advertisers, audienceIndex: audienceIndexOf(ports.deps) };
  for (const { access, contactId } of known) await projectContact(projecting, { access, contactId, before: [] });
};
