import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { instant } from '#test/support/builders.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** What a report says of a wave, before its hour and at it, where its pace lets one a minute leave. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  await campaign.join(4);
  world.clock.set(instant('2026-12-01T07:58:00Z'));
});
afterEach(() => world.close());

const slow = () =>
  campaign.launch({
    schedule: { waves: '2026-12-01T09:00' },
    endsAt: instant('2026-12-02T20:00:00Z'),
    maxPerMinute: 1,
  });
const minute = async () => {
  await campaign.minute();
  await campaign.work();
};
const reportOf = async (run: RunName) => {
  const jobs = campaignJobsOf(world, campaign);
  const { jobId } = await jobs.work(await jobs.beginReport(run));
  const file = (kind: string) => (jobs.files.get(`${jobId}.${kind}`) ?? '').replaceAll('&#8217;', '’');
  return { ...JSON.parse(file('json')), csv: file('csv'), html: file('html') };
};
const LATER = 'Leur heure locale n’est pas encore venue.';
const CAME = 'Leur heure est venue\u00a0: ils attendent leur tour.';

test('before its hour the hour has not come, and since then they wait for their turn', async () => {
  const run = await slow();
  await minute();
  const before = await reportOf(run);
  expect(before.reasons).toMatchObject([{ state: 'deferred', code: 'WAVE_LATER', count: 4 }]);
  expect(before.html).toContain(LATER);
  world.clock.set(instant('2026-12-01T08:00:00Z'));
  await minute();
  world.clock.forward(30);
  const { reasons, recipients, csv, html, sums } = await reportOf(run);
  expect(reasons).toMatchObject([
    { state: 'waiting', code: 'hour-came', count: 3 },
    { state: 'sent', count: 1 },
  ]);
  expect(reasons[0]).not.toHaveProperty('from');
  expect(sums.waves).toEqual({ '2026-12-01T08:00:00.000Z': { waiting: 3, sent: 1 } });
  const waiting = recipients.filter(({ state }: { state: string }) => state === 'waiting');
  expect(waiting).toHaveLength(3);
  for (const each of waiting) expect(each).not.toHaveProperty('dueAt');
  for (const text of [csv, html]) {
    expect(text).toContain(CAME);
    expect(text).not.toContain(LATER);
    expect(text).not.toContain('WAVE_LATER');
  }
});

test('of a campaign that is paused nobody is told that it goes on by itself', async () => {
  const run = await slow();
  world.clock.set(instant('2026-12-01T08:00:00Z'));
  await minute();
  await campaign.control(run, 'paused');
  world.clock.forward(60);
  await minute();
  const { reasons, csv, html } = await reportOf(run);
  expect(reasons).toContainEqual(
    expect.objectContaining({
      code: 'hour-came',
      remedy: { fr: 'Reprenez la campagne, ou annulez-la.', en: 'Resume the campaign, or cancel it.' },
    }),
  );
  for (const text of [csv, html]) expect(text).not.toContain('Rien à faire');
});
