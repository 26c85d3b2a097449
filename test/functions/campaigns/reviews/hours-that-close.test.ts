import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '#shared/domain/ids.ts';
import { instant } from '#test/support/builders.ts';
import { aTextIn } from '#test/support/campaigns/a-text.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { inDoubtIn } from '#test/support/campaigns/in-doubt.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A campaign by SMS of which all wait for a human, and whose last lawful hour (21:30 in Paris) closes before it ends. */
let world: SendWorld;
let campaign: CampaignWorld;
let inDoubt: ReturnType<typeof inDoubtIn>;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  inDoubt = inDoubtIn(world, campaign);
  world.clock.set(BEGINS);
});
afterEach(() => world.close());

const BEGINS = instant('2026-11-24T18:40:00Z');
const CLOSES = instant('2026-11-24T20:30:00Z');
const ENDS = instant('2026-11-24T23:00:00Z');

/** Each minute from here to there, with its work. Resolves to how many were vetted and wait for a human, by the minute. */
const until = async (end: Instant): Promise<readonly (readonly [Instant, number])[]> => {
  const vetted: [Instant, number][] = [];
  while (world.clock.now() < end) {
    await campaign.minute();
    const outcomes = await campaign.work();
    const count = outcomes.reduce((sum, { totals }) => sum + (totals['in-review'] ?? 0), 0);
    if (count > 0) vetted.push([world.clock.now(), count]);
    world.clock.forward(60);
  }
  return vetted;
};
const launch = async (change = {}) => campaign.launch({ ...(await aTextIn(world)), endsAt: ENDS, ...change });
const reasonsOf = async (run: Awaited<ReturnType<typeof launch>>) => {
  const jobs = campaignJobsOf(world, campaign);
  const { jobId } = await jobs.work(await jobs.beginReport(run));
  return JSON.parse(jobs.files.get(`${jobId}.json`) ?? '{}').reasons;
};

test.each(['18:50', '19:45', '20:10', '20:20', '20:25'])(
  'what is decided at %s UTC lets them go before the hour closes',
  async (time) => {
    await inDoubt.join(3, 'sms');
    const run = await launch();
    await until(instant(`2026-11-24T${time}:00Z`));
    await inDoubt.allow({ channels: ['sms'] });
    await until(CLOSES);
    expect(world.stub.taken).toHaveLength(3);
    world.clock.set(ENDS);
    await campaign.settle();
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 3 });
  },
);

test('what nobody decided has expired for that, and nobody is vetted twice in an hour before', async () => {
  await inDoubt.join(2, 'sms');
  const run = await launch();
  const vetted = await until(CLOSES);
  expect(vetted).toEqual([
    [BEGINS, 2],
    [instant('2026-11-24T19:40:00Z'), 2],
  ]);
  await until(instant('2026-11-24T21:30:00Z'));
  expect(await reasonsOf(run)).toMatchObject([{ state: 'expired', code: 'REVIEW_EXPIRED', count: 2 }]);
});

test('what is decided after the hour closed is said to be too late for a lawful hour', async () => {
  await inDoubt.join(2, 'sms');
  const run = await launch();
  await until(instant('2026-11-24T20:31:00Z'));
  await inDoubt.allow({ channels: ['sms'] });
  await until(instant('2026-11-24T21:00:00Z'));
  expect(world.stub.taken).toEqual([]);
  expect(await reasonsOf(run)).toMatchObject([{ state: 'expired', code: 'VALIDITY_PASSED', count: 2 }]);
});

test('a dry run foresees that nobody decided, where it is too late to', async () => {
  await inDoubt.join(2, 'sms');
  const run = await launch({
    schedule: { at: '2026-11-24T21:45', zone: 'Europe/Paris' },
    firstRun: instant('2026-11-24T20:45:00Z'),
  });
  const jobs = campaignJobsOf(world, campaign);
  const { task } = await jobs.work(await jobs.beginDryRun(run));
  expect(task).toMatchObject({ known: { counts: { expired: 2 } } });
});

test('of one that has lawful hours on the next day as well they come up each hour, and leave then', async () => {
  await inDoubt.join(2, 'sms');
  const run = await launch({ endsAt: instant('2026-11-25T12:00:00Z') });
  const vetted = await until(CLOSES);
  expect(vetted).toEqual([
    [BEGINS, 2],
    [instant('2026-11-24T19:40:00Z'), 2],
  ]);
  await inDoubt.allow({ channels: ['sms'] });
  world.clock.set(instant('2026-11-25T07:00:00Z'));
  await until(instant('2026-11-25T07:05:00Z'));
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 2 });
});

test('with nothing decided they take no place from who may leave, however often they come up', async () => {
  await inDoubt.join(30, 'sms');
  for (let made = 0; made < 70; made += 1) {
    const { contactId, address } = await world.aMessage({ channel: 'sms' });
    campaign.contacts.push({ contactId, address });
  }
  const run = await launch({ maxPerMinute: 1 });
  const vetted = await until(CLOSES);
  expect(world.stub.taken).toHaveLength(70);
  expect(vetted.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(40);
  world.clock.set(ENDS);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 70, expired: 30 });
});
