import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';
import { type CampaignJobs, campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
let campaign: CampaignWorld;
let jobs: CampaignJobs;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  jobs = campaignJobsOf(world, campaign);
});
afterEach(() => world.close());

const knownOf = ({ task }: CampaignJob) => {
  if (task.kind !== 'campaign-dry-run' || task.known === undefined) throw new Error('nothing is known');
  return task.known;
};

/** A campaign an hour from now, of whose recipients one opposed and one never agreed. */
const aCampaignAhead = async (change: object = {}) => {
  const joined = await campaign.join(5);
  const never = await world.aMessage({ consents: false });
  campaign.contacts.push({ contactId: never.contactId, address: never.address });
  if (joined[0] !== undefined) await world.oppose(joined[0].contactId, 'email');
  const run = await campaign.launch({ firstRun: addSeconds(world.clock.now(), 3_600), ...change });
  return { run, joined, never };
};

describe('a dry run', () => {
  test('says what the run then comes to, by reason, and hands nothing over', async () => {
    const { run, joined, never } = await aCampaignAhead();
    const job = await jobs.work(await jobs.beginDryRun(run));
    expect(world.stub.taken).toEqual([]);
    const known = knownOf(job);
    expect(known).toMatchObject({ selected: 6, counts: { allowed: 4, refused: 2 }, units: 4 });
    const refused = known.reasons.filter(({ forecast }) => forecast === 'refused');
    expect(refused.map(({ code, count, examples }) => [code, count, examples]).toSorted()).toEqual([
      ['CONSENT_MISSING', 1, [never.contactId]],
      ['OPPOSED_CHANNEL', 1, [joined[0]?.contactId]],
    ]);
    // The judge: what the provider takes once it runs.
    world.clock.set(run.scheduledAt);
    await campaign.settle();
    expect(world.stub.taken).toHaveLength(known.counts.allowed ?? 0);
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 4, refused: 2 });
  });

  test('writes nothing but the job: no claim, no review, no run', async () => {
    const { run, joined } = await aCampaignAhead();
    const before = await world.sends(joined[1]?.contactId as never);
    await jobs.work(await jobs.beginDryRun(run));
    expect(await world.sends(joined[1]?.contactId as never)).toEqual(before);
    expect(await campaign.occurrence(run)).toBeUndefined();
    expect(campaign.queue).toEqual([]);
  });

  test('judges each at the instant at which it would be taken up: whoever is after the end has expired', async () => {
    const start = addSeconds(world.clock.now(), 3_600);
    const { run } = await aCampaignAhead({ maxPerMinute: 2, endsAt: addSeconds(start, 60) });
    const known = knownOf(await jobs.work(await jobs.beginDryRun(run)));
    expect(known.counts).toMatchObject({ expired: expect.any(Number) });
    expect(known.reasons.flatMap(({ forecast, code }) => (forecast === 'expired' ? [code] : []))).toEqual([
      'turn-missed',
    ]);
    world.clock.set(run.scheduledAt);
    await campaign.settle();
    const totals = (await campaign.occurrence(run))?.totals ?? {};
    expect({ sent: totals.sent, expired: totals.expired }).toEqual({
      sent: known.counts.allowed,
      expired: known.counts.expired,
    });
  });

  test('says how long it takes, wave by wave, at the pace of the day', async () => {
    const [reunion, paris] = await campaign.join(2);
    if (reunion !== undefined) reunion.zone = 'Indian/Reunion';
    if (paris !== undefined) paris.zone = 'Europe/Paris';
    const run = await campaign.launch({
      schedule: { waves: '2026-11-25T09:00' },
      firstRun: instant('2026-11-24T19:00:00Z'),
      maxPerMinute: 1,
    });
    const known = knownOf(await jobs.work(await jobs.beginDryRun(run)));
    expect(Object.keys(known.planned).toSorted()).toEqual(['2026-11-25T05:00:00.000Z', '2026-11-25T08:00:00.000Z']);
    expect(known).toMatchObject({ counts: { allowed: 2 }, perMinute: 1, lastLeavesAt: '2026-11-25T08:01:00.000Z' });
  });

  test('looks at a campaign before the second key approves it, and at none whose time has passed', async () => {
    await campaign.join(2);
    const unapproved = {
      control: 'awaiting-approval' as const,
      createdBy: 'shop',
      schedule: { at: '2026-11-25T10:00', zone: 'Europe/Paris' },
    };
    const ahead = await campaign.launch({ ...unapproved, name: 'ahead' });
    const begun = await jobs.beginDryRun(ahead);
    expect(begun.scheduledAt).toBe('2026-11-25T09:00:00.000Z');
    expect(knownOf(await jobs.work(begun))).toMatchObject({ counts: { allowed: 2 }, startsAt: begun.scheduledAt });
    expect(world.stub.taken).toEqual([]);
    const now = await campaign.launch({ ...unapproved, name: 'now', schedule: { at: 'now' } });
    expect(knownOf(await jobs.work(await jobs.beginDryRun(now))).counts).toEqual({ allowed: 2 });
    world.clock.set(instant('2026-11-25T09:00:01Z'));
    await expect(jobs.beginDryRun({ ...ahead })).rejects.toMatchObject({ code: 'campaign-run-not-found' });
  });

  test('of a campaign of which no run is to come is refused; a paused one is looked at', async () => {
    await campaign.join(1);
    const run = await campaign.launch();
    await campaign.minute();
    await expect(jobs.beginDryRun(run)).rejects.toMatchObject({ code: 'campaign-run-not-found' });
    const paused = await campaign.launch({
      name: 'paused',
      control: 'paused',
      firstRun: addSeconds(world.clock.now(), 60),
    });
    expect(knownOf(await jobs.work(await jobs.beginDryRun(paused))).counts).toEqual({ allowed: 1 });
    const cancelled = await campaign.launch({ name: 'cancelled', control: 'cancelled' });
    await expect(jobs.beginDryRun(cancelled)).rejects.toMatchObject({ code: 'campaign-cancelled' });
  });

  /** What each comes to once the run is over, whatever was foreseen of it. */
  const cameOf = async (run: RunName, hours: number) => {
    for (let minute = 0; minute < 60 * hours; minute += 1) {
      world.clock.set(addSeconds(run.scheduledAt, 60 * minute));
      await campaign.minute();
      await campaign.work();
      if (minute === 30) minute = 60 * hours - 20;
    }
    return (await campaign.occurrence(run))?.totals ?? {};
  };

  test.each([
    ['ahead of those who leave', [0, 1, 2, 3, 4]],
    ['among them', [1, 3, 4, 6, 7]],
    ['behind them', [3, 4, 5, 6, 7]],
  ])('of whom the law keeps nobody counts towards the ramp: %s', async (_name, opposed) => {
    const joined = (await campaign.join(8)).toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1));
    for (const place of opposed) await world.oppose(joined[place]?.contactId as never, 'email');
    const start = addSeconds(world.clock.now(), 3_600);
    const run = await campaign.launch({ firstRun: start, ramp: [3], endsAt: addSeconds(start, 12 * 3_600) });
    const known = knownOf(await jobs.work(await jobs.beginDryRun(run)));
    // Whom the run does not come to before its end has expired, whatever the law says of them.
    const { allowed, refused = 0, expired = 0 } = known.counts;
    expect([allowed, refused + expired]).toEqual([3, 5]);
    const came = await cameOf(run, 13);
    expect([came.sent, (came.refused ?? 0) + (came.expired ?? 0)]).toEqual([3, 5]);
  });

  test('leaves to the second day of the ramp whoever the first has no room for, and to the end whoever comes after it', async () => {
    const joined = await campaign.join(9);
    await world.oppose(joined[0]?.contactId as never, 'email');
    const start = addSeconds(world.clock.now(), 3_600);
    const run = await campaign.launch({ firstRun: start, ramp: [3, 4], endsAt: addSeconds(start, 30 * 3_600) });
    const known = knownOf(await jobs.work(await jobs.beginDryRun(run)));
    expect(known.counts).toEqual({ allowed: 7, refused: 1, expired: 1 });
    expect(Object.values(known.leaving)).toEqual([3, 4]);
  });
});
