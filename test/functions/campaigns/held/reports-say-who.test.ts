import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { type CampaignJobs, campaignJobsOf, KEY } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { bounced, hear } from '#test/support/campaigns/heard.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A report of a campaign that is paused says who paused it, and when. */
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
const reportOf = async (run: RunName) => {
  const job = await jobs.work(await jobs.beginReport(run));
  const view = JSON.parse(jobs.files.get(`${job.jobId}.json`) ?? 'null');
  return { view, html: (jobs.files.get(`${job.jobId}.html`) ?? '').replaceAll('&#8217;', '’') };
};
const pauseBy = async ({ campaignId }: RunName, by: string, control: 'paused' | 'running' | 'cancelled' = 'paused') => {
  const found = await campaign.campaigns.get(world.access, campaignId);
  await campaign.campaigns.control(world.access, found ?? expect.fail('none'), { control, by });
};

test('by the name of the key', async () => {
  await campaign.join(3);
  const run = await campaign.launch({ maxPerMinute: 1 });
  await minutes(1);
  await pauseBy(run, KEY.apiKeyId);
  const { view, html } = await reportOf(run);
  expect(view.lastPause).toEqual({ at: world.clock.now(), by: 'key', apiKeyId: KEY.apiKeyId, keyName: 'crm' });
  expect(html).toContain('Suspendue avec la clé « crm » (key_crm), le ');
});

test('by the id of a key that is not known', async () => {
  await campaign.join(3);
  const run = await campaign.launch({ maxPerMinute: 1 });
  await minutes(1);
  await pauseBy(run, 'key_other');
  expect((await reportOf(run)).html).toContain('Suspendue avec la clé key_other, le ');
});

test('by itself', async () => {
  await campaign.join(30);
  const run = await campaign.launch({ maxPerMinute: 25 });
  await minutes(1);
  for (let index = 0; index < 22; index += 1) await hear(world, index, bounced(world.clock.now()));
  await minutes(1);
  const { view, html } = await reportOf(run);
  expect(view.lastPause).toMatchObject({ by: 'itself', because: 'too-many-bounces' });
  expect(html).toContain('Elle s’est suspendue le ');
});

test('one that was resumed is said to be: by itself first, by a key afterwards', async () => {
  await campaign.join(60);
  const run = await campaign.launch({ maxPerMinute: 25 });
  await minutes(1);
  for (let index = 0; index < 22; index += 1) await hear(world, index, bounced(world.clock.now()));
  await minutes(1);
  await pauseBy(run, KEY.apiKeyId, 'running');
  await minutes(1);
  await pauseBy(run, KEY.apiKeyId);
  expect((await reportOf(run)).html).not.toContain('reprise depuis');
  await pauseBy(run, KEY.apiKeyId, 'running');
  expect((await reportOf(run)).html).toMatch(
    /Suspendue avec la clé « crm » \(key_crm\), le [^<]* \(reprise depuis\)\./,
  );
});

const brakedOf60 = async () => {
  await campaign.join(60);
  const run = await campaign.launch({ maxPerMinute: 25 });
  await minutes(1);
  for (let index = 0; index < 22; index += 1) await hear(world, index, bounced(world.clock.now()));
  await minutes(1);
  return run;
};

test.each([
  ['in its pause', false],
  ['once it was resumed', true],
])('one that paused itself and was cancelled %s is said to be cancelled', async (_, isResumed) => {
  const run = await brakedOf60();
  if (isResumed) await pauseBy(run, KEY.apiKeyId, 'running');
  await pauseBy(run, KEY.apiKeyId, 'cancelled');
  await minutes(6);
  const { view, html } = await reportOf(run);
  expect(view.isFinal).toBe(true);
  expect(html).toContain('et elle a été annulée depuis');
  expect(html).toContain('(annulée depuis)');
  expect(html).not.toMatch(/quelqu’un l’a reprise|reprise depuis/);
});

test('of one that paused itself, all advice is to look at why first', async () => {
  const run = await brakedOf60();
  const { view } = await reportOf(run);
  expect(view.pause.remedy.fr).toContain('regardez d’où viennent les adresses');
  expect(view.left.sentence.fr).toBe('La campagne est suspendue.');
  expect(view.left.remedy).toEqual(view.pause.remedy);
});

test('of one that a key paused, all advice is to resume or cancel it', async () => {
  await campaign.join(3);
  const run = await campaign.launch({ maxPerMinute: 1 });
  await minutes(1);
  await pauseBy(run, KEY.apiKeyId);
  const { view } = await reportOf(run);
  expect(view.left.remedy.fr).toBe('Reprenez la campagne, ou annulez-la.');
  expect(view.left.remedy).toEqual(view.pause.remedy);
});
