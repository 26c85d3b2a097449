import { describe, expect, test, vi } from 'vitest';
import type { Instant } from '#shared/domain/ids.ts';
import { NOW } from '../../support/builders.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER, OTHER_ADVERTISER, STRANGER } from '../support/api.ts';
import { aWorldOfLists, contactsOf, declared } from './lists-world.ts';

const EMAILS = ['camille.martin@example.com', 'zoé@example.com', 'alix.robin@example.com'];

describe('a list of an uploaded file', () => {
  test('names the known contacts once each, and says of every other row why it was not taken', async () => {
    const world = await aWorldOfLists();
    const ids = await declared(world, EMAILS);
    const file = `Email ;name\r\n${EMAILS[0]};Camille\r\n${EMAILS[2]?.toUpperCase()};\r\n\r\nnobody@example.com;x\r\nnot an address;\r\n;\r\n${EMAILS[0]};again\r\n"open;\r\n${EMAILS[1]};Zoé\r\n`;
    const asked = await world.list(file, { by: 'email', heading: 'EMAIL' });
    expect(asked).toMatchObject({ status: 202, body: { kind: 'audience-list', state: 'waiting', name: 'Hiver' } });
    const { jobId, listId } = asked.body;
    expect(asked.headers.location).toBe(`/v1/jobs/${jobId}`);
    await world.work();
    const { body: job } = await world.call('get-job', { path: { jobId } });
    const rejectedBy = { 'contact-unknown': 1, 'not-an-email': 1, 'cell-empty': 1, 'quote-not-closed': 1 };
    expect(job).toMatchObject({
      state: 'finished',
      bytesRead: Buffer.byteLength(file),
      rows: { read: 8, accepted: 3, repeated: 1, rejected: 4, rejectedBy },
    });
    const report = await (await fetch(job.reportUrl)).text();
    expect(report.split('\n').map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      'line,column,code',
      '5,1,contact-unknown',
      '6,1,not-an-email',
      '7,1,cell-empty',
      '9,1,quote-not-closed',
      '',
    ]);
    expect(report).not.toMatch(/nobody|@/);
    const { body: list } = await world.call('get-audience-list', { path: { listId } });
    expect(list).toMatchObject({ state: 'finished', contacts: 3, repeated: 1, rejected: 4, jobId, by: 'email' });
    expect((await contactsOf(listId)).map(({ contactId }) => contactId).sort()).toEqual([...ids].sort());
    expect((await contactsOf(listId, { limit: 1 })).length).toBe(3);
    const { body: all } = await world.call('list-jobs', { query: { advertiserId: ADVERTISER } });
    expect(all.jobs).toMatchObject([{ jobId, state: 'finished' }]);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeffemail\tx\n${EMAILS[1]}\t1`)],
    ['UTF-16', Buffer.from(`\ufeffemail|x\r\n${EMAILS[1]}|1\r\n`, 'utf16le')],
    ['Windows-1252', Buffer.from(`email\r${EMAILS[1]}\r`, 'latin1')],
  ])('a file in %s is read', async (_, file) => {
    const world = await aWorldOfLists();
    const ids = await declared(world, [EMAILS[1] ?? '']);
    const { body } = await world.list(file);
    await world.work();
    expect((await contactsOf(body.listId)).map(({ contactId }) => contactId)).toEqual(ids);
  });

  test.each([
    [
      'with the line of Excel that says its separator',
      `sep=;\r\nnom, prénom;email\r\nRobin, Alix;${EMAILS[1]}\r\n`,
      'email',
    ],
    ['with that line in UTF-16', Buffer.from(`\ufeffsep=\t\r\nemail\tx\r\n${EMAILS[1]}\t1\r\n`, 'utf16le'), 'email'],
    [
      'with accents that are characters of their own',
      `${'adresse é'.normalize('NFD')};x\n${EMAILS[1]};1\n`,
      'Adresse É',
    ],
    [
      'of which a heading has more commas than there are columns',
      `email;nom, prénom, ville\n${EMAILS[1]};Alix\n`,
      'email',
    ],
  ])('a file %s is read', async (_, file, heading) => {
    const world = await aWorldOfLists();
    const ids = await declared(world, [EMAILS[1] ?? '']);
    const { body } = await world.list(file, { by: 'email', heading });
    await world.work();
    const listed = await contactsOf(body.listId);
    expect(listed.map(({ contactId }) => contactId)).toEqual(ids);
    const { body: job } = await world.call('get-job', { path: { jobId: body.jobId } });
    expect(job).toMatchObject({
      state: 'finished',
      bytesRead: Buffer.byteLength(file),
      rows: { read: 1, accepted: 1 },
    });
  });

  test('contacts may be named by telephone number or by id, and each says where it is', async () => {
    const world = await aWorldOfLists();
    const contact = { phone: '+262692123456' };
    const { body: known } = await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact } });
    const expected = [{ contactId: known.contactId, zone: 'Indian/Reunion' }];
    const { body: byPhone } = await world.list('phone\n+262 692 12 34 56\n0692\n', { by: 'phone' });
    const { body: byId } = await world.list(`id\n${known.contactId}\nx\n`, { by: 'contactId', heading: 'id' });
    await world.work();
    expect(await contactsOf(byPhone.listId)).toEqual(expected);
    expect(await contactsOf(byId.listId)).toEqual(expected);
    const rejected = async (jobId: string) => (await world.call('get-job', { path: { jobId } })).body.rows.rejectedBy;
    expect(await rejected(byPhone.jobId)).toEqual({ 'not-a-phone': 1 });
    expect(await rejected(byId.jobId)).toEqual({ 'not-a-contact-id': 1 });
  });

  test('a file whose first row lacks the heading fails, and says so without a word of it', async () => {
    const world = await aWorldOfLists();
    const { body } = await world.list('camille.martin@example.com\n');
    await world.work();
    const { body: job } = await world.call('get-job', { path: { jobId: body.jobId } });
    expect(job).toMatchObject({ state: 'failed', fault: 'heading-missing', rows: { read: 0 } });
    expect(JSON.stringify(await itemsOf(tableOfWorld()))).not.toContain('camille');
    expect(world.logged()).not.toContain('camille');
  });

  test.each([
    ['email;nom;EMAIL', `${EMAILS[1]};Alix;x`],
    ['email,nom, Email ', `${EMAILS[1]},Alix,x`],
  ])('a file with the heading twice fails, and its report says in which column: %s', async (headings, row) => {
    const world = await aWorldOfLists();
    const { body } = await world.list(`\n${headings}\n${row}\n`);
    await world.work();
    const { body: job } = await world.call('get-job', { path: { jobId: body.jobId } });
    expect(job).toMatchObject({ state: 'failed', fault: 'heading-unknown', rows: { read: 0 } });
    expect(await (await fetch(job.reportUrl)).text()).toContain('\n2,3,heading-twice,');
  });

  test('another heading may be there twice, since its columns are not read', async () => {
    const world = await aWorldOfLists();
    await declared(world, [EMAILS[1] ?? '']);
    const { body } = await world.list(`nom;email;nom\nx;${EMAILS[1]};y\n`);
    await world.work();
    const { body: job } = await world.call('get-job', { path: { jobId: body.jobId } });
    expect(job).toMatchObject({ state: 'finished', rows: { read: 1, accepted: 1 } });
  });

  test('the same request again is the same job; another one under its key is refused', async () => {
    const world = await aWorldOfLists();
    const uploadId = await world.upload('email\n');
    const body = { advertiserId: ADVERTISER, name: 'Hiver', uploadId, by: 'email' };
    const first = await world.call('create-audience-list', { body, key: 'k' });
    const again = await world.call('create-audience-list', { body, key: 'k' });
    expect(again.body).toEqual(first.body);
    const other = await world.call('create-audience-list', { body: { ...body, name: 'Été' }, key: 'k' });
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 422, code: 'idempotency-key-reused' });
    await world.work();
    // Once it goes on, a repetition puts nothing on the queue.
    await world.call('create-audience-list', { body, key: 'k' });
    expect(world.queue.queued).toEqual([]);
    const offer = { advertiserId: ADVERTISER, bytes: 3, sha256: 'a'.repeat(64) };
    const offered = await world.call('create-upload', { body: offer, key: 'u' });
    expect((await world.call('create-upload', { body: offer, key: 'u' })).body.uploadId).toBe(offered.body.uploadId);
    expect((await world.call('create-upload', { body: { ...offer, bytes: 4 }, key: 'u' })).status).toBe(422);
  });

  test('jobs are listed page by page, the latest first', async () => {
    const world = await aWorldOfLists();
    const jobIds: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      vi.setSystemTime(Date.parse(NOW) + n * 1000);
      jobIds.push((await world.list('email\n')).body.jobId);
    }
    const page = async (query: object) =>
      (await world.call('list-jobs', { query: { advertiserId: ADVERTISER, limit: '2', ...query } })).body;
    const first = await page({});
    const second = await page({ cursor: first.nextCursor });
    const listed = [...first.jobs, ...second.jobs].map(({ jobId }: { jobId: string }) => jobId);
    expect({ listed, next: second.nextCursor }).toEqual({ listed: jobIds.toReversed(), next: undefined });
  });

  test('a file that nobody sent, or that nobody offered, is no list', async () => {
    const world = await aWorldOfLists();
    const { body: offered } = await world.call('create-upload', {
      body: { advertiserId: ADVERTISER, bytes: 3, sha256: 'a'.repeat(64) },
    });
    const asked = (uploadId: string) =>
      world.call('create-audience-list', { body: { advertiserId: ADVERTISER, name: 'x', uploadId, by: 'email' } });
    expect(await asked(offered.uploadId)).toMatchObject({ status: 409, body: { code: 'upload-not-there' } });
    expect(await asked(`upl_${'a'.repeat(22)}`)).toMatchObject({ status: 404, body: { code: 'upload-not-found' } });
  });

  test('P9: jobs, lists and uploads of one advertiser are none of another', async () => {
    const world = await aWorldOfLists();
    const uploadId = await world.upload('email\n');
    const { body } = await world.list('email\n');
    const query = { advertiserId: OTHER_ADVERTISER };
    const asked = { caller: STRANGER, query };
    expect((await world.call('get-job', { ...asked, path: { jobId: body.jobId } })).status).toBe(404);
    expect((await world.call('get-audience-list', { ...asked, path: { listId: body.listId } })).status).toBe(404);
    const otherSettings = { ...(EXAMPLES['put-advertiser'] as object), siren: '732829320', senders: {} };
    await world.call('put-advertiser', { path: query, body: otherSettings });
    const { body: refused } = await world.call('create-audience-list', {
      caller: STRANGER,
      body: { advertiserId: OTHER_ADVERTISER, name: 'x', uploadId, by: 'email' },
    });
    expect(refused.code).toBe('upload-not-found');
  });

  test('P7: a contact that has expired since is in no page, and nothing of a job outlives its end', async () => {
    const world = await aWorldOfLists();
    await declared(world, [EMAILS[0] ?? '']);
    const { body } = await world.list(`email\n${EMAILS[0]}\n`);
    await world.work();
    expect(await contactsOf(body.listId)).toHaveLength(1);
    const endsAt = body.endsAt as Instant;
    expect(await contactsOf(body.listId, { now: endsAt })).toEqual([]);
    const made = (await itemsOf(tableOfWorld())).filter(({ pk }) => /^(?:JOBS|LIST)#/.test(String(pk)));
    expect(made.length).toBe(4);
    for (const { expiresAt } of made) expect(expiresAt).toBeLessThanOrEqual(Date.parse(endsAt) / 1000);
    vi.setSystemTime(Date.parse(endsAt));
    expect((await world.call('get-job', { path: { jobId: body.jobId } })).status).toBe(404);
    vi.setSystemTime(Date.parse(NOW));
  });
});
