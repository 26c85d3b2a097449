import { expect, test, vi } from 'vitest';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { followed } from '../audience/followed-world.ts';
import { withLists } from '../jobs/lists-world.ts';
import { ADVERTISER, OTHER_ADVERTISER, STRANGER } from '../support/api.ts';
import { started } from '../support/cold-start.ts';
import { publicEvent, WITH_TIME } from '../support/public-functions.ts';
import { aWorldOfCampaigns } from './campaign-functions.ts';

const [ALIX, CAMILLE, CLAUDE] = ['alix.robin@example.com', 'camille.martin@example.com', 'claude.henry@example.com'];
const OF_ADVERTISER = { advertiserId: ADVERTISER };

const aWorld = async () => {
  const campaigns = await aWorldOfCampaigns();
  const world = withLists(campaigns, campaigns.queue);
  for (const email of [ALIX, CLAUDE]) await world.agree(email);
  await world.call('declare-contact', { body: { ...OF_ADVERTISER, contact: { email: CAMILLE } } });
  const job = async (jobId: string) => (await world.call('get-job', { path: { jobId }, query: OF_ADVERTISER })).body;
  const dryRun = (campaignId: string, key?: string) =>
    world.call('begin-dry-run', { path: { campaignId }, query: OF_ADVERTISER, ...(key && { key }) });
  const report = (campaignId: string) =>
    world.call('begin-campaign-report', { path: { campaignId }, body: OF_ADVERTISER });
  return { ...world, job, dryRun, report };
};
type World = Awaited<ReturnType<typeof aWorld>>;

const download = async ({ report }: { report: { files: { format: string; fileUrl: string }[] } }, format: string) => {
  const response = await fetch(report.files.find((file) => file.format === format)?.fileUrl ?? '');
  return { type: response.headers.get('content-type'), text: await response.text() };
};

/** Somebody uses the link in the mail that they got. */
const opposes = async (world: World, email: string) => {
  const mail = world.provider.taken.find(({ to }) => to === email);
  const [, token = ''] = /stop\.maison-valmy\.example\/o\/([\w-]+)/.exec(JSON.stringify(mail?.request)) ?? [];
  const { handler } = await started<typeof import('#functions/public/oppose-by-link.ts')>('public/oppose-by-link');
  const click = publicEvent('POST', `/o/${token}`, { pathParameters: { token } });
  await askedBy('oppose-by-link', () => handler(click, WITH_TIME));
};

test('P8: a dry run of a list, then its run, then its report with who opposed by it; no address is in any of it', async () => {
  const world = await aWorld();
  const list = await world.list(`email\n${ALIX}\n${CAMILLE}\n${CLAUDE}\n`);
  await world.work();
  const { listId } = list.body;
  const schedule = { at: '2026-11-25T09:00', zone: 'Europe/Paris' };
  const campaignId = await world.create({ audience: { listId }, schedule });
  const asked = await world.dryRun(campaignId);
  expect(asked).toMatchObject({ status: 202, body: { kind: 'campaign-dry-run', state: 'waiting', campaignId } });
  expect(asked.headers.location).toBe(`/v1/jobs/${asked.body.jobId}`);
  await world.work();
  const dry = await world.job(asked.body.jobId);
  expect(dry).toMatchObject({
    state: 'finished',
    recipients: 3,
    dryRun: { forecasts: { allowed: 2, refused: 1 }, cost: { per: 'message', units: 2, listPriceUsd: 0.0001 } },
  });
  const [, refused] = dry.dryRun.reasons;
  expect(refused).toMatchObject({
    forecast: 'refused',
    code: 'CONSENT_MISSING',
    recipients: 1,
    sentence: { fr: expect.any(String), en: expect.any(String) },
    remedy: { sentence: { fr: expect.any(String), en: expect.any(String) } },
  });
  expect(world.provider.taken).toEqual([]);

  vi.setSystemTime(Date.parse('2026-11-25T08:00:00Z'));
  await world.send(await world.minute());
  await world.minute(60);
  await opposes(world, ALIX);
  // What campaigns put there is on a queue of its own.
  world.queue.queued.splice(0);
  const { body: begun } = await world.report(campaignId);
  await world.work();
  const done = await world.job(begun.jobId);
  expect(done).toMatchObject({
    state: 'finished',
    report: { isFinal: true, recipients: 3, totals: { sent: 2, refused: 1 } },
  });
  const [csv, json, html] = [await download(done, 'csv'), await download(done, 'json'), await download(done, 'html')];
  expect([csv.type, json.type, html.type]).toEqual([
    'text/csv; charset=utf-8',
    'application/json',
    'text/html; charset=utf-8',
  ]);
  expect(JSON.parse(json.text).sums.opposed).toEqual({ 'this-message': 1 });
  expect(csv.text.split('\r\n').filter((line) => line.includes('"this-message"'))).toHaveLength(1);
  expect(html.text).toContain('<html lang="fr">');
  for (const text of [JSON.stringify(dry), csv.text, json.text, html.text, world.logged()])
    expect(text).not.toMatch(/robin|camille|claude/i);
  const listed = await world.call('list-jobs', { query: OF_ADVERTISER });
  expect(listed.body.jobs.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
    'audience-list',
    'campaign-dry-run',
    'campaign-report',
  ]);
});

test('a segment is looked at as well; the same request again is the same job, and of another campaign it is refused', async () => {
  const world = await aWorld();
  const schedule = { at: '2026-11-25T09:00', zone: 'Europe/Paris' };
  const [one, other] = [await world.create({ schedule }), await world.create({ schedule, name: 'Autre' })];
  const first = await world.dryRun(one, 'k');
  await world.work();
  expect((await world.dryRun(one, 'k')).body.jobId).toBe(first.body.jobId);
  expect((await world.dryRun(other, 'k')).body.code).toBe('idempotency-key-reused');
  expect(await world.job(first.body.jobId)).toMatchObject({ dryRun: { forecasts: { allowed: 2 } } });
  expect((await world.report(one)).body.code).toBe('campaign-run-not-found');
});

test('who waits for a human is said, and no review is opened by looking', async () => {
  const world = await aWorld();
  const contact = { email: 'dominique.petit@example.com' };
  const sale = { ...(EXAMPLES['record-sale'] as object), ...OF_ADVERTISER, contact, type: 'free-account' };
  await world.call('put-form-version', {
    path: { ...OF_ADVERTISER, formId: 'checkout', version: '7' },
    body: { ...(EXAMPLES['put-form-version'] as object), refusal: { words: 'Je refuse.' } },
  });
  await followed(() => world.call('record-sale', { body: sale }));
  const campaignId = await world.create({ schedule: { at: '2026-11-25T09:00', zone: 'Europe/Paris' } });
  const before = (await world.call('list-reviews', { query: OF_ADVERTISER })).body.reviews;
  const { body } = await world.dryRun(campaignId);
  await world.work();
  const { dryRun } = await world.job(body.jobId);
  expect(dryRun.forecasts).toEqual({ allowed: 2, 'in-review': 1 });
  expect((await world.call('list-reviews', { query: OF_ADVERTISER })).body.reviews).toEqual(before);
});

test('P9: of the campaign of another advertiser there is neither dry run nor report', async () => {
  const world = await aWorld();
  const campaignId = await world.create();
  const settings = { ...(EXAMPLES['put-advertiser'] as object), siren: '732829320', senders: {} };
  await world.call('put-advertiser', { path: { advertiserId: OTHER_ADVERTISER }, body: settings });
  const query = { advertiserId: OTHER_ADVERTISER };
  const asked = { caller: STRANGER, path: { campaignId } };
  expect((await world.call('begin-dry-run', { ...asked, query })).body.code).toBe('campaign-not-found');
  expect((await world.call('begin-campaign-report', { ...asked, body: query })).body.code).toBe('campaign-not-found');
});
