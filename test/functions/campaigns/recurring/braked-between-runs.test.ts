import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { bounced, hear } from '#test/support/campaigns/heard.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** What is reported of the mails of a run once it has finished, and what its campaign does then. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const [FIRST, ENDS] = [instant('2026-12-01T08:00:00Z'), instant('2026-12-20T12:00:00Z')];
const DAILY = { every: 'day', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' } as const;
const launch = async (change = {}) => {
  world.clock.set(instant('2026-11-30T12:00:00Z'));
  return campaign.launch({ schedule: DAILY, firstRun: FIRST, endsAt: ENDS, ...change });
};
const at = (day: string, time = '08:00:00') => world.clock.set(instant(`2026-12-${day}T${time}Z`));
const stateOf = (run: { readonly campaignId: Parameters<typeof campaign.campaigns.get>[1] }) =>
  campaign.campaigns.get(world.access, run.campaignId);
/** So many of what was taken since come back, an hour later: the mailbox refuses this message, and they are written to again. */
const comesBack = async (from: number, to: number) => {
  world.clock.forward(3_600);
  for (let index = from; index < to; index += 1) await hear(world, index, soft());
};
/** The mailbox is full. */
const soft = () => bounced(world.clock.now(), 'Transient', 'ContentRejected');
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};

test('a run does not start where the mails of the one before came back after it had finished, and starts once somebody has seen it', async () => {
  await campaign.join(40);
  const run = await launch();
  at('01');
  await campaign.settle();
  await comesBack(0, 40);
  await minutes(2);
  at('02');
  await minutes(3);
  expect(world.stub.taken).toHaveLength(40);
  expect(await stateOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'too-many-bounces' });
  expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', braked: true });
  await campaign.control(run, 'running');
  await campaign.settle();
  expect(world.stub.taken).toHaveLength(80);
  // What was counted is not counted again; what comes back of the run that somebody let go on is.
  at('03');
  await campaign.settle();
  expect(world.stub.taken).toHaveLength(120);
  await comesBack(80, 120);
  at('04');
  await minutes(3);
  expect(world.stub.taken).toHaveLength(120);
  expect(await stateOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'too-many-bounces' });
});

test('neither runs that are small nor runs that went well hide what comes back', async () => {
  await campaign.join(15);
  const run = await launch();
  for (const day of ['01', '02', '03', '04', '05', '06']) {
    at(day);
    await campaign.settle();
  }
  // Of each of two runs too few came back to say anything; together they are enough, and the days before went well.
  await comesBack(60, 70);
  await comesBack(75, 84);
  at('07');
  await campaign.settle();
  expect(world.stub.taken).toHaveLength(105);
  await comesBack(90, 91);
  at('08');
  await minutes(3);
  expect(world.stub.taken).toHaveLength(105);
  expect(await stateOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'too-many-bounces' });
});

test('what comes back of the run before while the next one goes on pauses it, and that one is then counted by itself', async () => {
  await campaign.join(60);
  const run = await launch({ maxPerMinute: 30 });
  at('01');
  await campaign.settle();
  at('02');
  await minutes(1);
  expect(world.stub.taken).toHaveLength(90);
  for (let index = 0; index < 40; index += 1) await hear(world, index, soft());
  await minutes(5);
  expect(world.stub.taken).toHaveLength(90);
  expect(await stateOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'too-many-bounces' });
  await campaign.control(run, 'running');
  for (let index = 60; index < 85; index += 1) await hear(world, index, soft());
  await minutes(3);
  expect(world.stub.taken).toHaveLength(90);
  expect(await stateOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'too-many-bounces' });
});

test('a campaign of which few come back runs each day', async () => {
  await campaign.join(40);
  const run = await launch();
  for (const [place, day] of ['01', '02', '03', '04'].entries()) {
    at(day);
    await campaign.settle();
    await comesBack(place * 40, place * 40 + 1);
  }
  expect(world.stub.taken).toHaveLength(160);
  expect(await stateOf(run)).toMatchObject({ control: 'running' });
});

test('what comes back of the run before and of the one that goes on is counted together', async () => {
  await campaign.join(40);
  const run = await launch({ maxPerMinute: 12 });
  at('01');
  await campaign.settle();
  await comesBack(0, 12);
  at('02');
  await minutes(1);
  expect(world.stub.taken).toHaveLength(52);
  expect(await stateOf(run)).toMatchObject({ control: 'running' });
  // Of neither so many that it pauses by itself.
  for (let index = 40; index < 52; index += 1) await hear(world, index, soft());
  await minutes(3);
  expect(world.stub.taken).toHaveLength(52);
  expect(await stateOf(run)).toMatchObject({ control: 'paused', pausedBecause: 'too-many-bounces' });
  expect(
    (await campaign.campaigns.runs(world.access, run.campaignId)).map(({ occurrence }) => occurrence.braked),
  ).toEqual([undefined, true]);
});
