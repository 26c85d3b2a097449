import { expect, onTestFinished, test, vi } from 'vitest';
import { startSuppressions } from '../erasure/erased-world.ts';
import { storedOf } from '../retention/passing-time.ts';
import { STRANGER } from '../support/api.ts';
import { startCold } from '../support/cold-start.ts';
import { aWorldToExport, CAMILLE, CAMILLE_AT_WORK, DPO } from './exported-world.ts';

const DAY = 86_400_000;

test('files are made once a human knows who asks, as often as needed, can be downloaded for fifteen minutes, and end', async () => {
  const world = await aWorldToExport();
  const requestId = await world.asked(CAMILLE);
  const unknown = await world.step(requestId, { action: 'exported', identity: undefined });
  expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/identity']);
  const needless = await world.step(requestId, { action: 'acknowledged', language: 'en' });
  expect([needless.status, needless.body.errors[0].pointer]).toEqual([422, '/language']);
  const question = await world.post('record-request', { ...world.of(CAMILLE), kind: 'question', via: 'email' });
  expect((await world.step(question.id, { action: 'exported' })).body.code).toBe('request-settled');
  const stranger = await world.step(requestId, { action: 'exported' }, { caller: STRANGER });
  expect([stranger.status, (await world.show(requestId)).export]).toEqual([404, undefined]);

  const asked = { action: 'exported', about: 'contact', language: 'en' };
  const first = await world.step(requestId, asked, { key: 'once' });
  expect(first.body).toMatchObject({ state: 'open', steps: [{ ...asked, identity: 'account', decider: DPO.decider }] });
  expect(first.body.acknowledgedAt).toBeUndefined();
  expect((await world.show(requestId)).export).toMatchObject({ state: 'waiting', files: [] });
  const again = await world.step(requestId, asked, { key: 'once' });
  expect([again.status, again.body.steps.length, await storedOf('export-job')]).toEqual([
    ...[200, 1],
    [expect.objectContaining({ state: 'waiting' })],
  ]);
  // Asked twice, it is on the queue twice, and made once.
  await world.work();
  const shown = await world.show(requestId);
  expect(shown.export).toMatchObject({ state: 'finished', askedAt: '2026-11-24T10:00:00.000Z' });
  const [{ fileUrl, fileUrlEndsAt }] = shown.export.files;
  expect(Date.parse(fileUrlEndsAt) - Date.now()).toBe(900_000);
  expect([new URL(fileUrl).searchParams.get('X-Amz-Expires'), /martin|camille/i.test(fileUrl)]).toEqual(['900', false]);
  const page = await world.download(shown, 'html');
  expect([page.type, page.text.includes('<html lang="en">'), page.text.includes(CAMILLE_AT_WORK)]).toEqual([
    ...['text/html; charset=utf-8', true, false],
  ]);
  expect((await world.step(requestId, { action: 'answered' })).body.state).toBe('answered');
  vi.setSystemTime(Date.now() + 4 * DAY);
  expect((await world.show(requestId)).export).toMatchObject({ state: 'finished', files: [] });
  expect((await world.step(requestId, { action: 'exported' })).body.steps).toHaveLength(3);
  await world.work();
  expect((await world.show(requestId)).export.files).toHaveLength(2);
  const jobs = JSON.stringify([...(await storedOf('export-job')), ...(await storedOf('exported-contact'))]);
  expect(jobs).not.toMatch(/martin|@/);
  const job = await world.call('get-job', {
    path: { jobId: shown.export.jobId },
    query: { advertiserId: 'maison-valmy' },
  });
  expect(job.body.code).toBe('job-not-found');
}, 120_000);

test('who is erased while their files are made, or after, is in none; of who was erased before it is said', async () => {
  const world = await aWorldToExport();
  const suppressions = await startSuppressions();
  onTestFinished(async () => void (await suppressions.close()));
  vi.stubEnv('AWS_ENDPOINT_URL_SESV2', suppressions.url);
  startCold();
  const erase = async (email: string) => {
    const query = { advertiserId: 'maison-valmy' };
    return world.call('erase-contact', { path: { contactId: await world.idOf(email) }, query, body: {} });
  };
  const other = await world.exported(CAMILLE);
  expect(other.json).toContain(CAMILLE_AT_WORK);
  const underWay = await world.asked(CAMILLE);
  await world.step(underWay, { action: 'exported' });
  vi.setSystemTime(Date.now() + 1000);
  expect((await erase(CAMILLE_AT_WORK)).status).toBe(200);
  for (const format of ['html', 'json'] as const) expect((await world.download(other.shown, format)).status).toBe(404);
  // Its person has the other contact alone by now, and nothing of this one is gathered any more.
  await world.work();
  const late = await world.show(underWay);
  expect(JSON.stringify(await world.download(late, 'json'))).not.toContain('bureau');
  const ofErased = await world.asked(CAMILLE_AT_WORK);
  await world.step(ofErased, { action: 'exported' });
  await world.work();
  expect((await world.show(ofErased)).export).toMatchObject({ state: 'failed', fault: 'contact-erased', files: [] });
  vi.setSystemTime(Date.now() + 1000);
  const { json, html } = await world.exported(CAMILLE);
  expect([json.includes(CAMILLE_AT_WORK), json.includes('bureau')]).toEqual([false, false]);
  const erased = await world.exported(CAMILLE_AT_WORK);
  expect(JSON.parse(erased.json).access.contacts[0].erasedAt).toBeDefined();
  expect(erased.html).toContain('Ces données ont été effacées le');
  expect(html).not.toContain('Ces données ont été effacées le');
}, 120_000);

test('a contact whose use is restricted can be given all the same, and it is said', async () => {
  const world = await aWorldToExport();
  await world.post('record-request', { ...world.of(CAMILLE), kind: 'restriction', via: 'email' });
  const { json, html } = await world.exported(CAMILLE);
  expect(JSON.parse(json).access.contacts[0].isRestricted).toBe(true);
  expect(html).toContain('utilisation de ces données est limitée');
}, 120_000);
