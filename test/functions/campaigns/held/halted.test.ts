import { afterEach, beforeEach, expect, test } from 'vitest';
import { haltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { sha256 } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Two advertisers with a campaign each, of whom one is stopped: the other has the whole of the minute. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const A_MAIL = { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' };

/** The campaign of both, each to its own: what they see of the audience. */
const launched = async (mine: number, others: number) => {
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
  return { other, eachToItsOwn };
};

test('a halted advertiser takes no share of the minute from another, and goes on once it is let', async () => {
  const { other, eachToItsOwn } = await launched(100, 30);
  const halting = (kind: 'halt' | 'resume') =>
    changeHalts(
      { halts: haltsOf(world.table), clock: world.clock },
      { kind, advertiserId: other.advertiserId, by: 'Ada', why: 'a wrong list' },
    );
  await halting('halt');
  const taken: number[] = [];
  const minute = async () => {
    await campaign.minute(eachToItsOwn);
    await campaign.work();
    world.clock.forward(60);
    taken.push(world.stub.taken.length);
  };
  await minute();
  await minute();
  // Four fifths of sixty a minute, all of them.
  expect(taken).toEqual([48, 96]);
  await halting('resume');
  await minute();
  await minute();
  // Half of the minute, then all who are left.
  expect(taken.slice(2)).toEqual([96 + 4 + 24, 100 + 30]);
});
