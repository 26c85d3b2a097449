import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A provider that takes nobody of a campaign, as SES where it has stopped a tenant: few are tried, until it takes again. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const minutes = async (count: number): Promise<readonly number[]> => {
  const calls: number[] = [];
  for (let minute = 0; minute < count; minute += 1) {
    const before = world.stub.calls();
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
    calls.push(world.stub.calls() - before);
  }
  return calls;
};

test('few of a run are tried once the provider takes nobody of it, and all of them soon after it takes again', async () => {
  await campaign.join(120);
  campaign.quota.email = { perSecond: 1, in24Hours: 50_000, sentInLast24Hours: 0 };
  const run = await campaign.launch();
  const refused = 48 * 2 + 5 * 4;
  world.stub.next(...Array.from({ length: refused }, () => 'pause' as const));
  // Four fifths of sixty for two minutes, then some.
  expect(await minutes(6)).toEqual([48, 48, 5, 5, 5, 5]);
  expect(await campaign.occurrence(run)).toMatchObject({ untaken: { because: 'refused:SendingPausedException' } });
  const [stillTried, first = 0, ...later] = await minutes(5);
  expect([stillTried, first + later.reduce((sum, each) => sum + each, 0)]).toEqual([5, 115]);
  expect(first).toBe(48);
  expect((await campaign.occurrence(run))?.untaken).toBeUndefined();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 120 });
});

test('a run of which one is taken now and then keeps its whole share', async () => {
  await campaign.join(60);
  const run = await campaign.launch();
  const most = Array.from({ length: 200 }, (_, index) => (index % 20 === 19 ? ('take' as const) : ('pause' as const)));
  world.stub.next(...most);
  const calls = await minutes(4);
  expect(calls.slice(0, 3).every((count) => count > 50)).toBe(true);
  expect((await campaign.occurrence(run))?.untaken).toBeUndefined();
});

test('whoever was not tried before the end is told what the provider answered, and not that they should have been faster', async () => {
  await campaign.join(60);
  campaign.quota.email = { perSecond: 1, in24Hours: 50_000, sentInLast24Hours: 0 };
  const endsAt = new Date(Date.parse(world.clock.now()) + 600_000).toISOString() as never;
  const run = await campaign.launch({ endsAt, maxPerMinute: 6 });
  world.stub.next(...Array.from({ length: 2_000 }, () => 'pause' as const));
  await minutes(20);
  const outcomes = [...(await campaign.outcomes(run)).values()];
  expect(new Set(outcomes.map(({ state, codes }) => `${state} ${codes[0]}`))).toEqual(
    new Set(['expired turn-missed:refused:SendingPausedException']),
  );
});

test('where none of the few that are tried comes to the provider a whole share is tried after three minutes', async () => {
  const joined = await campaign.join(250);
  campaign.quota.email = { perSecond: 1, in24Hours: 50_000, sentInLast24Hours: 0 };
  const run = await campaign.launch();
  world.stub.next(...Array.from({ length: 48 * 2 }, () => 'pause' as const));
  expect(await minutes(2)).toEqual([48, 48]);
  // Nobody of them may be written to any more: whoever is tried comes to no provider, which says nothing of whom it takes.
  for (const { contactId } of joined) await world.oppose(contactId, 'email');
  const settled: number[] = [];
  let before = 0;
  for (let minute = 0; minute < 5; minute += 1) {
    expect(await minutes(1)).toEqual([0]);
    const outcomes = [...(await campaign.outcomes(run)).values()];
    const count = outcomes.filter(({ state }) => state === 'refused').length;
    settled.push(count - before);
    before = count;
  }
  expect(settled).toEqual([5, 5, 5, 48, 48]);
});
