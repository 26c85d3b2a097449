import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { sha256 } from '#test/support/builders.ts';
import { anotherAdvertiser, type SendWorld } from '#test/support/send-world.ts';
import type { CampaignWorld } from './campaign-world.ts';

const A_MAIL = { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' };

/** Campaigns of two advertisers, each to so many of its own, on a provider that takes 48 a minute; `eachToItsOwn`: what they see of the audience. */
export const launchedByTwo = async (world: SendWorld, campaign: CampaignWorld, mine: number, others: number) => {
  const other = await anotherAdvertiser(world, 'maison-autre', '732829320');
  const template = { templateId: 'hiver', version: '1' } as never;
  const contentSha256 = await world.ports.contents.put(other, A_MAIL);
  const known = await world.templates.get(world.access, template);
  if (known === undefined) throw new Error('no template');
  await world.templates.put(other, { ...known, advertiserId: other.advertiserId, contentSha256 });
  await campaign.join(mine);
  const ofOther = new Set<string>();
  for (let index = 0; index < others; index += 1) {
    const { contactId, address } = await world.aMessage({ advertiser: other });
    campaign.contacts.push({ contactId, address });
    ofOther.add(contactId);
  }
  campaign.quota.email = { perSecond: 1, in24Hours: 50_000, sentInLast24Hours: 0 };
  const run = await campaign.launch();
  const made = await campaign.campaigns.get(world.access, run.campaignId);
  if (made === undefined) throw new Error('no campaign');
  const its = { ...made, advertiserId: other.advertiserId };
  await campaign.campaigns.create(other, its, { firstRun: run.scheduledAt, bodySha256: sha256('3') });
  const isOther = (access: AdvertiserAccess) => access.advertiserId === other.advertiserId;
  const eachToItsOwn = <P extends object>(name: string, port: P): P => {
    if (name !== 'audience') return port;
    const { page } = port as unknown as {
      page: (access: AdvertiserAccess, ...of: unknown[]) => Promise<{ contacts: { contactId: string }[] }>;
    };
    const own = async (access: AdvertiserAccess, ...of: unknown[]) => {
      const found = await page(access, ...of);
      return {
        ...found,
        contacts: found.contacts.filter(({ contactId }) => ofOther.has(contactId) === isOther(access)),
      };
    };
    return { ...port, page: own } as unknown as P;
  };
  return { other, run, its, eachToItsOwn };
};
