import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { haltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';
import { type CampaignJobs, campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { bounced, hear } from '#test/support/campaigns/heard.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Whoever was not written to before the end: the report says what held them back, and not that they should have been faster. */
let world: SendWorld;
let campaign: CampaignWorld;
let jobs: CampaignJobs;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  jobs = campaignJobsOf(world, campaign);
});
afterEach(() => world.close());

const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};
const halting = (kind: 'halt' | 'resume') =>
  changeHalts({ halts: haltsOf(world.table), clock: world.clock }, { kind, by: 'Ada', why: 'a wrong list' });
const reportOf = async (run: RunName) => {
  const job = await jobs.work(await jobs.beginReport(run));
  const view = JSON.parse(jobs.files.get(`${job.jobId}.json`) ?? 'null');
  return { view, html: (jobs.files.get(`${job.jobId}.html`) ?? '').replaceAll('&#8217;', '’') };
};
const expiredIn = async (run: RunName) => {
  const { view } = await reportOf(run);
  return view.reasons.filter(({ state }: { state: string }) => state === 'expired');
};
const endingSoon = () => ({ endsAt: addSeconds(world.clock.now(), 1_800) });

describe('a run that ends', () => {
  test('while an operator halts it names the halt, and no faster pace', async () => {
    await campaign.join(6);
    const run = await campaign.launch(endingSoon());
    await halting('halt');
    await minutes(40);
    expect(world.stub.taken).toEqual([]);
    const [reason, ...others] = await expiredIn(run);
    expect(others).toEqual([]);
    expect(reason).toMatchObject({ code: 'turn-missed:sending-halted', count: 6 });
    expect(reason.sentence.fr).toContain('car l’exploitant a arrêté les envois');
    expect(reason.remedy.fr).not.toContain('rythme');
  });

  test('after a halt that somebody ended in time reaches everybody', async () => {
    await campaign.join(6);
    const run = await campaign.launch(endingSoon());
    await halting('halt');
    await minutes(10);
    await halting('resume');
    await minutes(3);
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 6 });
  });

  test.each([
    ['throttle', 'turn-missed:throttled'],
    ['pause', 'turn-missed:refused:SendingPausedException'],
  ] as const)('while the provider answers %s to all names that', async (answer, code) => {
    await campaign.join(6);
    const run = await campaign.launch(endingSoon());
    world.stub.next(...Array.from({ length: 2_000 }, () => answer));
    await minutes(40);
    expect(await expiredIn(run)).toMatchObject([{ code, count: 6 }]);
  });

  test('while the provider lets the account send nothing cuts nobody, says so, and names it', async () => {
    await campaign.join(6);
    const run = await campaign.launch(endingSoon());
    campaign.quota.email = { ...campaign.quota.email, isStopped: true };
    await minutes(2);
    expect(world.stub.calls()).toBe(0);
    expect(await campaign.occurrence(run)).toMatchObject({ stopped: 'sending-disabled' });
    await minutes(38);
    expect(await expiredIn(run)).toMatchObject([{ code: 'turn-missed:sending-disabled', count: 6 }]);
  });

  test('while somebody has paused it says so, and has nothing to resume', async () => {
    await campaign.join(3);
    const run = await campaign.launch({ ...endingSoon(), maxPerMinute: 1 });
    await minutes(1);
    await campaign.control(run, 'paused');
    await minutes(40);
    const { view, html } = await reportOf(run);
    expect(view).toMatchObject({ isFinal: true, pause: { sentence: { fr: 'Quelqu’un a suspendu la campagne.' } } });
    expect(view.pause.remedy).toBeUndefined();
    expect(view.sums.totals).toEqual({ sent: 1, expired: 2 });
    expect(html).toContain('car quelqu’un a suspendu la campagne');
    expect(html).not.toContain('un rythme plus élevé');
  });

  test('while it has paused itself names why', async () => {
    await campaign.join(30);
    const run = await campaign.launch({ ...endingSoon(), maxPerMinute: 25 });
    await minutes(1);
    for (let index = 0; index < 22; index += 1) await hear(world, index, bounced(world.clock.now()));
    await minutes(40);
    const { view, html } = await reportOf(run);
    expect(view.reasons).toContainEqual(
      expect.objectContaining({ state: 'expired', code: 'turn-missed:too-many-bounces', count: 5 }),
    );
    expect(html).toContain('La campagne s’est suspendue d’elle-même');
    expect(html).not.toContain('un rythme plus élevé');
  });

  test('at its pace, with time that did not suffice, says that, as before', async () => {
    await campaign.join(6);
    const run = await campaign.launch({ endsAt: addSeconds(world.clock.now(), 120), maxPerMinute: 1 });
    await minutes(10);
    const [reason] = await expiredIn(run);
    expect(reason.code).toBe('turn-missed');
    expect(reason.remedy.fr).toContain('un rythme plus élevé');
  });

  test('and of which somebody ended the pause before says that it had paused itself', async () => {
    await campaign.join(30);
    const run = await campaign.launch({ maxPerMinute: 25 });
    await minutes(1);
    for (let index = 0; index < 22; index += 1) await hear(world, index, bounced(world.clock.now()));
    await minutes(2);
    await campaign.control(run, 'running');
    await minutes(4);
    const { view } = await reportOf(run);
    expect(view).toMatchObject({ isFinal: true, control: 'running' });
    expect(view.pause.sentence.fr).toContain('s’était suspendue d’elle-même');
  });
});

test('of a daily campaign, halted for a day, the next run takes them up, and the halt is named', async () => {
  await campaign.join(3);
  world.clock.set(instant('2026-11-30T12:00:00Z'));
  const schedule = { every: 'day', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' } as const;
  const firstRun = instant('2026-12-01T08:00:00Z');
  const run = await campaign.launch({ schedule, firstRun, endsAt: instant('2026-12-20T12:00:00Z') });
  await halting('halt');
  world.clock.set(firstRun);
  await minutes(5);
  world.clock.set(instant('2026-12-02T07:55:00Z'));
  await minutes(12);
  const [reason] = await expiredIn(run);
  expect(reason).toMatchObject({ code: 'left-to-next-run:sending-halted', count: 3 });
  expect(reason.remedy.fr).not.toContain('rythme');
});
