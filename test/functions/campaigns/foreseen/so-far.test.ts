import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getCampaign } from '#shared/app/campaigns/get-campaign.ts';
import type { Runs } from '#shared/app/campaigns/runs.port.ts';
import { campaignView } from '#shared/contracts/http/campaigns/campaign.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { type CampaignJobs, campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A run of which not everyone is selected yet: what is said of it. */
let world: SendWorld;
let campaign: CampaignWorld;
let jobs: CampaignJobs;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  jobs = campaignJobsOf(world, campaign);
});
afterEach(() => world.close());

const QUOTA = { perSecond: 14, in24Hours: 20, sentInLast24Hours: 0 };

/** So many minutes with their work; the account counts what it sent. */
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    campaign.quota.email = { ...campaign.quota.email, sentInLast24Hours: world.stub.taken.length };
    world.clock.forward(60);
  }
};

const runOf = async ({ campaignId }: RunName) => {
  const ports = { advertisers: world.ports.advertisers, campaigns: campaign.campaigns, clock: world.clock };
  const [run] = campaignView(await getCampaign(ports, { access: world.access, campaignId })).runs;
  return { selected: run?.selected, allSelected: run?.allSelected, heldBy: run?.heldBy };
};

const reportOf = async (run: RunName) => {
  const { jobId, state, task } = await jobs.work(await jobs.beginReport(run));
  expect([state, task.known]).toEqual(['finished', expect.objectContaining({ phase: 'write' })]);
  const view = JSON.parse(jobs.files.get(`${jobId}.json`) ?? '{}');
  const html = jobs.files.get(`${jobId}.html`) ?? '';
  return { view, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
};

describe('a run that goes on', () => {
  test('and whose account has used up its 24 hours says so, and how many are not selected yet', async () => {
    await campaign.join(100);
    campaign.quota.email = QUOTA;
    const run = await campaign.launch({ endsAt: addDays(world.clock.now(), 10) });
    await minutes(3);
    expect(await runOf(run)).toEqual({ selected: 16, allSelected: false, heldBy: 'quota' });
    const { view, text } = await reportOf(run);
    expect(view.left).toMatchObject({ count: 84, sentence: { fr: expect.stringContaining('24 heures') } });
    // The sums come to the audience.
    expect(text).toContain('Destinataires du public (environ) 100');
    expect(text).toContain('Pas encore sélectionnés (environ) 84 Total 100');
    expect(text).toMatch(/Sélectionnés jusqu\S+ici 16/);
    // The next day the account has room again.
    world.clock.set(addDays(run.scheduledAt, 1));
    campaign.quota.email = QUOTA;
    await campaign.minute();
    expect(await runOf(run)).toMatchObject({ selected: 32, allSelected: false, heldBy: undefined });
  });

  test.each([
    ['is not written', async () => Promise.reject(new Error('no answer'))],
    [
      'is written twice, since its answer was lost',
      async (...[runs, ...of]: [Runs, ...Parameters<Runs['noteHeld']>]) => {
        await runs.noteHeld(...of);
        return runs.noteHeld(...of);
      },
    ],
  ])('goes on in the minute in which the note of its 24 hours %s', async (_, noteHeld) => {
    await campaign.join(100);
    campaign.quota.email = QUOTA;
    const run = await campaign.launch({ endsAt: addDays(world.clock.now(), 10) });
    await minutes(3);
    world.clock.set(addDays(run.scheduledAt, 1));
    campaign.quota.email = QUOTA;
    const changed = (runs: Runs): Runs => ({ ...runs, noteHeld: (...of) => noteHeld(runs, ...of) });
    await campaign.minute(undefined, changed).catch(() => undefined);
    expect(await runOf(run)).toMatchObject({ selected: 32 });
    world.clock.forward(60);
    await campaign.minute();
    expect(await runOf(run)).toMatchObject({ heldBy: undefined });
  });

  test('and whose ramp has had its day says so', async () => {
    await campaign.join(12);
    const run = await campaign.launch({ ramp: [5], endsAt: addDays(world.clock.now(), 3) });
    await minutes(3);
    expect(await runOf(run)).toEqual({ selected: 5, allSelected: false, heldBy: 'ramp' });
    const { view } = await reportOf(run);
    expect(view.left).toMatchObject({
      count: 7,
      sentence: { fr: expect.stringContaining('palier') },
      remedy: {
        fr: expect.stringMatching(/l’envoi a commencé.*ont été examinés/),
        en: expect.stringMatching(/the run began.*were looked at/),
      },
    });
    world.clock.set(addDays(run.scheduledAt, 1));
    expect(await runOf(run)).toMatchObject({ heldBy: undefined });
  });

  test('at its own pace says that others are to come', async () => {
    await campaign.join(12);
    const run = await campaign.launch({ maxPerMinute: 5 });
    await minutes(1);
    expect(await runOf(run)).toEqual({ selected: 5, allSelected: false, heldBy: undefined });
    const { view } = await reportOf(run);
    expect(view.left).toMatchObject({ count: 7, sentence: { fr: expect.stringContaining('rythme') } });
  });

  test('and is paused says of these that it is paused, and not that they wait for the account', async () => {
    await campaign.join(30);
    campaign.quota.email = QUOTA;
    const run = await campaign.launch({ maxPerMinute: 8, endsAt: addDays(world.clock.now(), 3) });
    await minutes(3);
    await campaign.control(run, 'paused');
    expect(await runOf(run)).toEqual({ selected: 16, allSelected: false, heldBy: undefined });
    const { view } = await reportOf(run);
    expect(view.left).toMatchObject({ count: 14, sentence: { fr: 'La campagne est suspendue.' } });
  });

  test('with everyone selected, or finished, has nobody left', async () => {
    await campaign.join(4);
    const run = await campaign.launch();
    await minutes(1);
    expect(await runOf(run)).toEqual({ selected: 4, allSelected: true, heldBy: undefined });
    expect((await reportOf(run)).view.left).toBeUndefined();
    await campaign.settle();
    const { view, text } = await reportOf(run);
    expect(view.left).toBeUndefined();
    expect(text).toContain('Destinataires du public 4');
    expect(text).not.toContain('Pas encore sélectionnés');
  });
});
