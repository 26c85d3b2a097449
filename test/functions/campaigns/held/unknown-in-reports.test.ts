import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { type CampaignJobs, campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { bounced, hear } from '#test/support/campaigns/heard.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A mail of which the provider's answer was lost, and of which it reports afterwards: the report says that it was sent, within the day. */
let world: SendWorld;
let campaign: CampaignWorld;
let jobs: CampaignJobs;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  jobs = campaignJobsOf(world, campaign);
});
afterEach(() => world.close());

const reportOf = async (run: RunName) => {
  const job = await jobs.work(await jobs.beginReport(run));
  expect(job.state).toBe('finished');
  const html = (jobs.files.get(`${job.jobId}.html`) ?? '').replaceAll('&#8217;', '’');
  return { view: JSON.parse(jobs.files.get(`${job.jobId}.json`) ?? 'null'), html };
};
const launched = async () => {
  await campaign.join(2);
  const run = await campaign.launch();
  world.stub.next('take-and-drop');
  await campaign.minute();
  await campaign.work();
  world.clock.forward(60);
  return run;
};
const LOST = 'unknown';

test('it is without an answer while nothing is reported', async () => {
  const run = await launched();
  const { view } = await reportOf(run);
  expect(view.sums.totals).toEqual({ sent: 1, [LOST]: 1 });
});

test.each([
  ['that it was taken', () => ({ eventType: 'Send', send: {} }), 0],
  ['that it came back', () => bounced(world.clock.now()), 1],
])('once SES reports %s it was sent, and the report does not say that nobody answered', async (_, report, cameBack) => {
  const run = await launched();
  for (let index = 0; index < world.stub.taken.length; index += 1) await hear(world, index, report());
  const { view, html } = await reportOf(run);
  expect(view.sums.totals).toEqual({ sent: 2 });
  expect(view.sums.bounced).toBe(2 * cameBack);
  expect(html).not.toContain('Sans réponse du prestataire');
  // A day later the run ends with the same.
  world.clock.forward(86_400);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 2 });
  expect((await reportOf(run)).view.sums.totals).toEqual({ sent: 2 });
});
