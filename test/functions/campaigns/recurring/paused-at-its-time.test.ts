import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeControl } from '#shared/app/campaigns/change-control.ts';
import { getCampaign } from '#shared/app/campaigns/get-campaign.ts';
import { resumeCampaign } from '#shared/app/campaigns/resume-campaign.ts';
import { campaignEntryView, campaignView } from '#shared/contracts/http/campaigns/campaign.ts';
import { resumedCampaignView } from '#shared/contracts/http/campaigns/controlled-campaign.ts';
import type { Campaign, Commanded } from '#shared/domain/campaign/campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A campaign that is paused when its time comes: the run waits, and starts late where the campaign goes on soon enough. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  world.clock.set(instant('2026-11-30T12:00:00Z'));
});
afterEach(() => world.close());

const FIRST = instant('2026-12-01T08:00:00Z');
const DAILY = { every: 'day', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' } as const;

const launch = (change: Partial<Campaign> & { firstRun?: Instant } = {}): Promise<RunName> =>
  campaign.launch({ schedule: DAILY, firstRun: FIRST, endsAt: addDays(FIRST, 20), ...change });
const runOf = (run: RunName, days: number): RunName => ({ ...run, scheduledAt: addDays(FIRST, days) });

/** Each minute from here to there, with its work. */
const until = async (text: string) => {
  for (const end = instant(text); world.clock.now() < end; ) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};

const portsOf = () => ({ ...world.ports, campaigns: campaign.campaigns, clock: world.clock });
/** What the API answers to a command. */
const command = async ({ campaignId }: RunName, to: Commanded) => {
  const of = { access: world.access, campaignId };
  if (to === 'running') return resumedCampaignView(await resumeCampaign(portsOf(), { ...of, by: 'key_shop' }));
  return campaignEntryView(await changeControl(portsOf(), { ...of, to, by: 'key_shop' }));
};
/** What the API shows of it. */
const shown = async ({ campaignId }: RunName) =>
  campaignView(await getCampaign(portsOf(), { access: world.access, campaignId }));

describe('a recurring campaign that is paused across its time', () => {
  test('starts the run late where it goes on within a quarter of the time to the next one, and leaves nobody for that long', async () => {
    await campaign.join(4);
    const run = await launch({ maxPerMinute: 1 });
    await until('2026-12-01T08:00:00Z');
    await until('2026-12-01T08:02:00Z');
    await command(run, 'paused');
    world.clock.set(instant('2026-12-02T07:59:00Z'));
    await until('2026-12-02T08:20:00Z');
    expect(await shown(run)).toMatchObject({
      state: 'paused',
      nextRun: '2026-12-02T08:00:00.000Z',
      resumeBy: '2026-12-02T14:00:00.000Z',
    });
    expect(await shown(run)).not.toHaveProperty('lateRun');
    const lateRun = '2026-12-02T08:00:00.000Z';
    expect(await command(run, 'running')).toMatchObject({ lateRun });
    expect(await shown(run)).toMatchObject({ state: 'scheduled', nextRun: lateRun, lateRun });
    await until('2026-12-02T08:30:00Z');
    expect((await campaign.occurrence(run))?.totals).toMatchObject({ sent: 2, expired: 2 });
    expect(await campaign.occurrence(runOf(run, 1))).toMatchObject({
      startedAt: '2026-12-02T08:20:00.000Z',
      validUntil: '2026-12-03T08:00:00.000Z',
      totals: { sent: 4 },
    });
    expect(await shown(run)).toMatchObject({ state: 'scheduled', nextRun: '2026-12-03T08:00:00.000Z' });
    expect(await shown(run)).not.toHaveProperty('skippedRuns');
  });

  test('resumed later than that: it says which runs were skipped, and goes on at its own time', async () => {
    await campaign.join(1);
    const run = await launch();
    await until('2026-12-01T08:00:00Z');
    await command(run, 'paused');
    await until('2026-12-01T14:00:00Z');
    world.clock.set(instant('2026-12-01T13:59:59Z'));
    expect(await shown(run)).toMatchObject({ nextRun: FIRST, resumeBy: '2026-12-01T14:00:00.000Z' });
    expect(await shown(run)).not.toHaveProperty('skippedRuns');
    world.clock.forward(1);
    expect(await shown(run)).toMatchObject({
      ...{ state: 'paused', nextRun: '2026-12-02T08:00:00.000Z', resumeBy: '2026-12-02T14:00:00.000Z' },
      skippedRuns: [FIRST],
    });
    await until('2026-12-02T15:00:00Z');
    const skippedRuns = ['2026-12-01T08:00:00.000Z', '2026-12-02T08:00:00.000Z'];
    expect(await shown(run)).toMatchObject({
      state: 'paused',
      skippedRuns,
      nextRun: '2026-12-03T08:00:00.000Z',
      resumeBy: '2026-12-03T14:00:00.000Z',
    });
    const resumed = await command(run, 'running');
    expect(resumed).not.toHaveProperty('lateRun');
    expect(resumed).toMatchObject({ skippedRuns });
    await until('2026-12-02T15:10:00Z');
    expect(world.stub.taken).toEqual([]);
    world.clock.set(instant('2026-12-03T08:00:00Z'));
    await until('2026-12-03T08:05:00Z');
    expect(world.stub.taken).toHaveLength(1);
    expect(await shown(run)).toMatchObject({ state: 'scheduled', skippedRuns });
  });

  test('whose clock did not call for hours: what its resume says is what happens', async () => {
    await campaign.join(1);
    const run = await launch();
    await command(run, 'paused');
    world.clock.set(instant('2026-12-01T14:00:00Z'));
    const resumed = await command(run, 'running');
    expect(resumed).not.toHaveProperty('lateRun');
    expect(resumed).toMatchObject({ skippedRuns: [FIRST] });
    const next = { state: 'scheduled', skippedRuns: [FIRST], nextRun: '2026-12-02T08:00:00.000Z' };
    expect(await shown(run)).toMatchObject(next);
    await until('2026-12-01T14:05:00Z');
    expect(world.stub.taken).toEqual([]);
    expect(await shown(run)).toMatchObject({ skippedRuns: [FIRST], nextRun: '2026-12-02T08:00:00.000Z' });
  });

  test('whose clock did not call for hours: a pause that began after its time to start late skips nothing', async () => {
    await campaign.join(1);
    const run = await launch();
    world.clock.set(instant('2026-12-01T14:00:10Z'));
    await command(run, 'paused');
    world.clock.set(instant('2026-12-01T14:10:00Z'));
    expect(await command(run, 'running')).not.toHaveProperty('lateRun');
    world.clock.set(instant('2026-12-01T14:11:00Z'));
    await until('2026-12-01T14:15:00Z');
    expect(world.stub.taken).toHaveLength(1);
    expect(await shown(run)).not.toHaveProperty('skippedRuns');
  });

  test('whose clock did not call for days: a pause from one run to past the next skips the first, and the second starts late', async () => {
    await campaign.join(1);
    const run = await launch();
    world.clock.set(instant('2026-12-01T14:00:10Z'));
    await command(run, 'paused');
    world.clock.set(instant('2026-12-02T10:00:00Z'));
    const late = { skippedRuns: [FIRST], lateRun: '2026-12-02T08:00:00.000Z' };
    expect(await command(run, 'running')).toMatchObject(late);
    expect(await shown(run)).toMatchObject({ ...late, nextRun: late.lateRun });
    await until('2026-12-02T10:05:00Z');
    expect(await shown(run)).not.toHaveProperty('lateRun');
    expect(world.stub.taken).toHaveLength(1);
    expect(await shown(run)).toMatchObject({ skippedRuns: [FIRST], nextRun: '2026-12-03T08:00:00.000Z' });
  });

  test('a resume of one that was not paused at its time says of no run that it is late', async () => {
    await campaign.join(1);
    const run = await launch();
    world.clock.set(FIRST);
    expect(await command(run, 'running')).not.toHaveProperty('lateRun');
    world.clock.forward(10);
    await command(run, 'paused');
    world.clock.forward(60);
    expect(await command(run, 'running')).not.toHaveProperty('lateRun');
  });

  test('a resume that is asked for twice says it twice, until the run starts', async () => {
    await campaign.join(1);
    const run = await launch();
    await command(run, 'paused');
    world.clock.set(instant('2026-12-01T09:00:00Z'));
    expect(await command(run, 'running')).toMatchObject({ lateRun: FIRST });
    world.clock.forward(10);
    expect(await command(run, 'running')).toMatchObject({ lateRun: FIRST });
  });

  test('and whose only run is still to come is paused, and not finished', async () => {
    await campaign.join(1);
    const run = await launch({ endsAt: instant('2026-12-01T12:00:00Z') });
    await command(run, 'paused');
    world.clock.set(instant('2026-12-01T08:00:00Z'));
    await until('2026-12-01T08:20:00Z');
    expect(await shown(run)).toMatchObject({ state: 'paused', resumeBy: '2026-12-01T12:00:00.000Z' });
    await command(run, 'running');
    await until('2026-12-01T08:25:00Z');
    expect(world.stub.taken).toHaveLength(1);
  });

  test.each([
    ['resumed after a quarter of the time to the next one', '2026-12-02T06:00:00Z', '14:00:00', 'running'],
    ['resumed as it ends', '2026-12-01T12:00:00Z', '12:00:00', 'running'],
    ['still paused then', '2026-12-02T06:00:00Z', '14:00:00', undefined],
    ['still paused as it ends', '2026-12-01T12:00:00Z', '12:00:00', undefined],
  ] as const)(
    'whose last run is skipped, %s: it is finished from then on, as the clock will note it',
    async (_name, endsAt, time, to) => {
      await campaign.join(1);
      const run = await launch({ endsAt: instant(endsAt) });
      await command(run, 'paused');
      world.clock.set(instant('2026-12-01T08:00:00Z'));
      await campaign.minute();
      expect(await shown(run)).toMatchObject({ state: 'paused', nextRun: FIRST });
      world.clock.set(instant(`2026-12-01T${time}Z`));
      if (to !== undefined) await command(run, to);
      for (let minute = 0; minute < 2; minute += 1) {
        const now = await shown(run);
        expect(now).toMatchObject({ state: 'finished', skippedRuns: [FIRST] });
        expect(now).not.toHaveProperty('nextRun');
        await campaign.minute();
      }
    },
  );

  test('which ends before the clock calls for its last run, unpaused: it is scheduled still, and that run starts', async () => {
    await campaign.join(1);
    const run = await launch({ endsAt: instant('2026-12-01T12:00:00Z') });
    world.clock.set(instant('2026-12-01T12:10:00Z'));
    expect(await shown(run)).toMatchObject({ state: 'scheduled', nextRun: FIRST });
    await until('2026-12-01T12:15:00Z');
    expect(await shown(run)).toMatchObject({ state: 'finished', runs: [{ settled: { expired: 1 } }] });
  });

  test('says in the report of the run before which ones were skipped, in each of its files', async () => {
    await campaign.join(1);
    const run = await launch();
    world.clock.set(FIRST);
    await until('2026-12-01T08:02:00Z');
    await command(run, 'paused');
    world.clock.set(instant('2026-12-02T07:59:00Z'));
    await until('2026-12-02T14:02:00Z');
    const jobs = campaignJobsOf(world, campaign);
    const { jobId } = await jobs.work(await jobs.beginReport(run));
    const file = (kind: string) => jobs.files.get(`${jobId}.${kind}`) ?? '';
    expect(JSON.parse(file('json'))).toMatchObject({ skippedRuns: ['2026-12-02T08:00:00.000Z'] });
    expect(file('csv')).toContain('"2026-12-02T08:00:00.000Z"');
    expect(file('html')).toContain('La campagne était suspendue à l&#8217;heure de ces envois');
    expect(file('html')).toContain('<li>2 décembre 2026 à 09:00</li>');
  });

  test('says in a report which runs were skipped just after it, and none that was after another run', async () => {
    await campaign.join(1);
    const run = await launch();
    const jobs = campaignJobsOf(world, campaign);
    const skippedOf = async (days: number) => {
      const { jobId } = await jobs.work(await jobs.beginReport(runOf(run, days)));
      return JSON.parse(jobs.files.get(`${jobId}.json`) ?? '').skippedRuns;
    };
    world.clock.set(FIRST);
    await until('2026-12-01T08:02:00Z');
    world.clock.set(addDays(FIRST, 1));
    await until('2026-12-02T08:02:00Z');
    await command(run, 'paused');
    for (const at of ['2026-12-03T14:00:00Z', '2026-12-04T14:00:00Z']) {
      world.clock.set(instant(at));
      await campaign.minute();
    }
    await command(run, 'running');
    world.clock.set(addDays(FIRST, 4));
    await until('2026-12-05T08:02:00Z');
    expect(await skippedOf(0)).toBeUndefined();
    expect(await skippedOf(1)).toEqual(['2026-12-03T08:00:00.000Z', '2026-12-04T08:00:00.000Z']);
    expect(await skippedOf(4)).toBeUndefined();
  });

  test.each([
    ['week', '2026-12-03T01:59:00Z', 1],
    ['week', '2026-12-03T02:00:00Z', 0],
    ['month', '2026-12-08T01:59:00Z', 1],
    ['month', '2026-12-09T02:00:00Z', 0],
  ] as const)('each %s, resumed at %s: %i run starts', async (every, at, sent) => {
    await campaign.join(1);
    const run = await launch({ schedule: { ...DAILY, every }, endsAt: addDays(FIRST, 80) });
    world.clock.set(FIRST);
    await command(run, 'paused');
    await until('2026-12-01T08:02:00Z');
    world.clock.set(instant(at));
    await command(run, 'running');
    await campaign.minute();
    await campaign.work();
    expect(world.stub.taken).toHaveLength(sent);
  });
});

describe('a campaign that runs once and is paused at its hour', () => {
  test('begins its ramp with the day on which it goes on', async () => {
    await campaign.join(6);
    const run = await launch({ schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' }, ramp: [2, 3] });
    await command(run, 'paused');
    world.clock.set(FIRST);
    await until('2026-12-01T08:02:00Z');
    world.clock.set(instant('2026-12-03T09:00:00Z'));
    expect(await command(run, 'running')).toMatchObject({ lateRun: FIRST });
    await until('2026-12-03T09:10:00Z');
    expect(world.stub.taken).toHaveLength(2);
  });

  test('for longer than a message may be valid: whoever may be written to is, before the campaign ends', async () => {
    await campaign.join(2);
    const run = await launch({
      schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' },
      endsAt: addDays(FIRST, 60),
    });
    await command(run, 'paused');
    world.clock.set(FIRST);
    await until('2026-12-01T08:02:00Z');
    world.clock.set(addDays(FIRST, 40));
    await until('2027-01-10T08:02:00Z');
    await command(run, 'running');
    await until('2027-01-10T08:10:00Z');
    expect(world.stub.taken).toHaveLength(2);
  });

  test('until its end: everybody has a state', async () => {
    await campaign.join(2);
    const run = await launch({ schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' }, endsAt: addDays(FIRST, 1) });
    await command(run, 'paused');
    world.clock.set(FIRST);
    await until('2026-12-01T08:02:00Z');
    world.clock.set(addDays(FIRST, 1));
    await until('2026-12-02T08:10:00Z');
    expect(await campaign.occurrence(run)).toMatchObject({ state: 'finished', totals: { expired: 2 } });
    expect(await shown(run)).toMatchObject({ state: 'finished' });
  });

  test('and past its end before the clock has called: it is finished once everybody has a state', async () => {
    await campaign.join(1);
    const run = await launch({ schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' }, endsAt: addDays(FIRST, 1) });
    await command(run, 'paused');
    world.clock.set(addDays(FIRST, 2));
    expect(await shown(run)).toMatchObject({ state: 'paused', nextRun: FIRST });
    await until('2026-12-03T08:05:00Z');
    expect(await shown(run)).toMatchObject({ state: 'finished', runs: [{ settled: { expired: 1 } }] });
  });

  test('in waves: each zone leaves when it goes on, or at its own hour', async () => {
    const [paris, there] = await campaign.join(2);
    if (paris === undefined || there === undefined) throw new Error('nobody joined');
    there.zone = 'America/Martinique';
    const run = await launch({ schedule: { waves: '2026-12-01T09:00' }, firstRun: world.clock.now() });
    await command(run, 'paused');
    await until('2026-11-30T12:02:00Z');
    world.clock.set(instant('2026-12-01T09:30:00Z'));
    await command(run, 'running');
    await until('2026-12-01T09:35:00Z');
    expect(world.stub.taken.map(({ to }) => to)).toEqual([paris.address]);
    world.clock.set(instant('2026-12-01T13:00:00Z'));
    await until('2026-12-01T13:05:00Z');
    expect(world.stub.taken.map(({ to }) => to)).toEqual([paris.address, there.address]);
  });
});
