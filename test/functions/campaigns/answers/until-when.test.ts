import { expect, test, vi } from 'vitest';
import { withLists } from '../../jobs/lists-world.ts';
import { ADVERTISER } from '../../support/api.ts';
import { aWorldOfCampaigns } from '../campaign-functions.ts';

/** Until when a run may go on: it is said as it is created, as it is paused, and in its report. */
const OF = { advertiserId: ADVERTISER };
const LATER = { at: '2026-12-24T09:00', zone: 'Europe/Paris' };

const aWorld = async () => {
  const campaigns = await aWorldOfCampaigns();
  await campaigns.agree('alix@example.com');
  await campaigns.agree('camille@example.com');
  const world = withLists(campaigns, campaigns.queue);
  const pause = async (campaignId: string) =>
    (await campaigns.call('pause-campaign', { path: { campaignId }, query: OF })).body;
  const dryRun = (campaignId: string, language = 'en') =>
    campaigns.call('begin-dry-run', { path: { campaignId }, body: OF, language });
  return { ...world, pause, dryRun };
};
type World = Awaited<ReturnType<typeof aWorld>>;

test.each([
  ['its end, where that comes first', { endsAt: '2026-12-27T12:00:00Z' }, '2026-12-27T12:00:00.000Z'],
  ['30 days, where its end is later', { endsAt: '2027-06-01T12:00:00Z' }, '2027-01-23T08:00:00.000Z'],
  [
    'the next run of one that recurs',
    {
      schedule: { every: 'week', from: '2026-12-24', at: '09:00', zone: 'Europe/Paris' },
      endsAt: '2027-06-01T12:00:00Z',
    },
    '2026-12-31T08:00:00.000Z',
  ],
])('as it is created, its first run ends by %s', async (_, change, runEndsBy) => {
  const { call, asked } = await aWorld();
  const { status, body } = await call('create-campaign', { body: asked({ schedule: LATER, ...change }) });
  expect([status, body.runEndsBy]).toEqual([201, runEndsBy]);
});

test('a ramp of more days than a run may have is refused, one of as many is not', async () => {
  const { call, asked } = await aWorld();
  const ofDays = async (days: number) => {
    const ramp = Array.from({ length: days }, (_, day) => 100 * (day + 1));
    const body = asked({ schedule: LATER, endsAt: '2027-06-01T12:00:00Z', ramp });
    return call('create-campaign', { body, language: 'en' });
  };
  expect(await ofDays(31)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/ramp', detail: 'at most 30 days: no run lasts longer' }] },
  });
  expect((await ofDays(30)).status).toBe(201);
});

test('paused while it runs, the answer says when that run ends; paused before, until when it may be resumed', async () => {
  const world = await aWorld();
  const ahead = await world.create({ schedule: LATER, endsAt: '2027-06-01T12:00:00Z' });
  const before = await world.pause(ahead);
  expect(before).toMatchObject({ control: 'paused', resumeBy: '2027-06-01T12:00:00.000Z' });
  expect(before.runEndsBy).toBeUndefined();
  const id = await world.create({ maxPerMinute: 1, endsAt: '2027-06-01T12:00:00Z' });
  await world.send(await world.minute());
  const paused = await world.pause(id);
  const { runs } = await world.show(id);
  expect(paused.runEndsBy).toBe(runs[0].validUntil);
  expect(Date.parse(paused.runEndsBy) - Date.parse(runs[0].startedAt)).toBe(30 * 86_400_000);
  expect(paused.resumeBy).toBeUndefined();
  // The same again is answered alike.
  expect(await world.pause(id)).toEqual(paused);
});

const pageOf = async (world: World, campaignId: string): Promise<{ html: string; json: Record<string, unknown> }> => {
  world.queue.queued.splice(0);
  const { body } = await world.call('begin-campaign-report', { path: { campaignId }, body: OF });
  await world.work();
  const done = (await world.call('get-job', { path: { jobId: body.jobId }, query: OF })).body;
  const urlOf = (format: string) =>
    done.report.files.find((file: { readonly format: string }) => file.format === format).fileUrl;
  const [html, json] = await Promise.all(['html', 'json'].map(async (format) => (await fetch(urlOf(format))).text()));
  return { html: html ?? '', json: JSON.parse(json ?? '{}') };
};

test('the report of a run that is paused says when it ends, and that of one that goes on does not', async () => {
  const world = await aWorld();
  const id = await world.create({ maxPerMinute: 1, endsAt: '2027-06-01T12:00:00Z' });
  await world.send(await world.minute());
  expect((await pageOf(world, id)).json.runEndsBy).toBeUndefined();
  const { runEndsBy } = await world.pause(id);
  const { html, json } = await pageOf(world, id);
  expect(json.runEndsBy).toBe(runEndsBy);
  expect(html).toContain('Cet envoi prend fin au plus tard le');
  await world.call('resume-campaign', { path: { campaignId: id }, query: OF });
  expect((await pageOf(world, id)).html).not.toContain('Cet envoi prend fin au plus tard le');
});

test.each([
  ['past its end', 'This campaign has ended: no run of it is to come.'],
  ['once its run has started', 'This run has started: its report says what came of it.'],
])('a dry run %s says so', async (when, detail) => {
  const world = await aWorld();
  const id = await world.create({ schedule: LATER, endsAt: '2026-12-24T12:00:00Z' });
  if (when === 'past its end') await world.pause(id);
  vi.setSystemTime(Date.parse(when === 'past its end' ? '2026-12-24T12:00:01Z' : '2026-12-24T08:00:30Z'));
  if (when !== 'past its end') await world.minute();
  const answered = await world.dryRun(id);
  expect([answered.status, answered.body.code, answered.body.detail]).toEqual([404, 'campaign-run-not-found', detail]);
  expect((await world.dryRun(id, 'fr')).body.detail).not.toBe(detail);
});

test('one that was cancelled before it ran says no first run and no end of it; one that was cancelled as it ran does', async () => {
  const world = await aWorldOfCampaigns();
  await world.agree('alix.robin@example.com');
  const cancel = (campaignId: string) =>
    world.call('cancel-campaign', { path: { campaignId }, query: { advertiserId: ADVERTISER } });
  const before = await world.create({ schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' } });
  expect(await world.show(before)).toHaveProperty('firstRun');
  await cancel(before);
  const shown = await world.show(before);
  expect(shown).toMatchObject({ state: 'cancelled', runs: [] });
  expect(shown).not.toHaveProperty('firstRun');
  expect(shown).not.toHaveProperty('runEndsBy');
  const during = await world.create();
  await world.minute();
  await cancel(during);
  expect(await world.show(during)).toHaveProperty('firstRun');
});
