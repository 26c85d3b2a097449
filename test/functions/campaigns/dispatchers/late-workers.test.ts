import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A campaign with a pace of its own, of which workers take nothing up for minutes: what is queued leaves at once when they come back. */
const PER_MINUTE = 6;
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

/** How many came to the provider in each of so many minutes, in which workers do this. */
const minutes = async (count: number, work: () => Promise<unknown>): Promise<readonly number[]> => {
  const came: number[] = [];
  for (let minute = 0; minute < count; minute += 1) {
    const before = world.stub.calls();
    await campaign.minute();
    await work();
    world.clock.forward(60);
    came.push(world.stub.calls() - before);
  }
  return came;
};
const allOfIt = () => campaign.work();
const nothing = async () => undefined;
/** What was queued a minute before, and not what is queued now. */
const aMinuteLate = () => {
  let before: CampaignWorld['queue'] = [];
  return async () => {
    const now = campaign.queue.splice(0);
    for (const { reference } of before) await campaign.deliver(reference);
    before = now;
  };
};
const totalsOf = async (run: RunName) => (await campaign.occurrence(run))?.totals;

test.each([
  ['by one alone', 14],
  ['by one that takes no more than it', 0.125],
])('of workers that come back after nine minutes two minutes leave at once, %s', async (_, perSecond) => {
  await campaign.join(40);
  campaign.quota.email = { perSecond, in24Hours: 50_000, sentInLast24Hours: 0 };
  const run = await campaign.launch({ maxPerMinute: PER_MINUTE });
  await minutes(9, nothing);
  expect(await minutes(7, allOfIt)).toEqual([12, 6, 6, 6, 6, 4, 0]);
  expect(await totalsOf(run)).toEqual({ sent: 40 });
});

test('workers that are a minute late keep the pace, and so do those that are not', async () => {
  await campaign.join(40);
  const run = await campaign.launch({ maxPerMinute: PER_MINUTE });
  expect(await minutes(3, allOfIt)).toEqual([6, 6, 6]);
  expect(await minutes(6, aMinuteLate())).toEqual([0, 6, 6, 6, 4, 0]);
  expect(await totalsOf(run)).toEqual({ sent: 40 });
});

test('chunks that each worker fails on keep nobody else of their run from leaving', async () => {
  await campaign.join(60);
  await campaign.launch({ maxPerMinute: PER_MINUTE });
  await minutes(2, nothing);
  const failing = campaign.queue.splice(0).map(({ reference: { chunkId } }) => chunkId);
  expect(failing.length).toBeGreaterThanOrEqual(2);
  const others = async () => {
    for (const { reference } of campaign.queue.splice(0))
      if (!failing.includes(reference.chunkId)) await campaign.deliver(reference);
  };
  const came = await minutes(20, others);
  expect(came.reduce((sum, count) => sum + count, 0)).toBe(60 - 2 * PER_MINUTE);
  expect(Math.max(...came)).toBe(PER_MINUTE);
});
