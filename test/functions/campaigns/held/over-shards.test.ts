import { afterEach, beforeEach, expect, test } from 'vitest';
import { shardOf } from '#shared/adapters/dynamodb/keys.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { aTextIn } from '#test/support/campaigns/a-text.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { statesOf } from '#test/support/campaigns/states-of.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Thirty texts over the 32 shards of the audience: no chunk has five of them. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world, (contactId) => shardOf(contactId, AUDIENCE_SHARDS));
});
afterEach(() => world.close());

const PEOPLE = 30;
/** What its worker has in hand as it is known. */
const [MOST, IN_HAND] = [5, 2];
const aRun = async () => {
  const texts = await Promise.all(Array.from({ length: PEOPLE }, () => world.aMessage({ channel: 'sms' })));
  campaign.contacts.push(...texts.map(({ contactId, address }) => ({ contactId, address })));
  return campaign.launch(await aTextIn(world));
};
type Behaviour = Parameters<SendWorld['stub']['next']>[0];
const answers = (behaviour: Behaviour, count = 500): void =>
  world.stub.next(...Array.from({ length: count }, () => behaviour));
const minutes = async (count: number): Promise<readonly number[]> => {
  const sizes: number[] = [];
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    for (const { totals } of await campaign.work())
      sizes.push(Object.values(totals).reduce((sum, each) => sum + each, 0));
    world.clock.forward(60);
  }
  return sizes;
};
const controlOf = async ({ campaignId }: RunName) => campaign.campaigns.get(world.access, campaignId);

test.each([
  ['server-error', 'unanswered', 'unknown'],
  ['reject-address', 'address-undeliverable', 'refused'],
] as const)('%s of each text: few are lost, and the campaign pauses itself (%s)', async (fault, because, lost) => {
  const run = await aRun();
  answers(fault);
  const sizes = await minutes(3);
  expect(Math.max(...sizes)).toBeLessThan(MOST);
  expect(await controlOf(run)).toMatchObject({ control: 'paused', pausedBecause: because });
  expect(world.stub.calls()).toBeLessThanOrEqual(MOST + IN_HAND);
  expect(await statesOf(campaign, run)).toMatchObject({
    [lost]: world.stub.calls(),
    waiting: PEOPLE - world.stub.calls(),
  });
});

test.each([['reject-address'], ['reject']] as const)(
  'one number of thirty that the provider does not take (%s): the others have their text, and it goes on',
  async (fault) => {
    const run = await aRun();
    // Not the first one of the run: that one alone may be a fault of all.
    world.stub.next('take', 'take', 'take', fault);
    if (fault === 'reject') {
      // The same number is rejected each time that it comes up.
      await minutes(1);
      expect(await statesOf(campaign, run)).toMatchObject({ sent: PEOPLE - 1 });
      answers('reject', 1);
      await minutes(1);
    }
    await minutes(4);
    expect(await controlOf(run)).toMatchObject({ control: 'running' });
    const { sent, refused = 0 } = await statesOf(campaign, run);
    expect([sent, refused]).toEqual([PEOPLE - 1, 1]);
  },
);

test('five in a row of which each chunk has one or two, once others were taken, pause nothing', async () => {
  const run = await aRun();
  answers('take', 5);
  answers('server-error', 9);
  await minutes(3);
  expect(await controlOf(run)).toMatchObject({ control: 'running' });
  expect(await statesOf(campaign, run)).toEqual({ sent: PEOPLE - 9, unknown: 9 });
});
