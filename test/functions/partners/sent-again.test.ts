import { afterEach, expect, test, vi } from 'vitest';
import { NOW } from '#test/support/builders.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { ADVERTISER } from '../support/api.ts';
import { anOperator } from './operator.ts';
import { aWorldOfPartners, CAMILLE, LIBRARY, SHARED_KEY } from './partners-world.ts';

type World = Awaited<ReturnType<typeof aWorldOfPartners>>;

afterEach(() => void vi.setSystemTime(new Date(NOW)));

const stop = (world: World, occurredAt: string) =>
  world.post('register-opposition', { ...world.of(), via: 'phone', occurredAt });
const erase = async (world: World) => {
  const { contactId } = await world.known(CAMILLE);
  await world.post('erase-contact', {}, { path: { contactId }, query: { advertiserId: ADVERTISER } });
};
const OPPOSED = ['Librairie Partenaire', 'opposition'];

test('data that goes to a partner again after the proof makes it due again, and once', async () => {
  const world = await aWorldOfPartners();
  await world.disclose();
  await stop(world, '2026-11-21T10:00:00Z');
  await world.stream();
  await world.give(await world.list(), { givenAt: '2026-11-22T10:00:00Z' });
  expect(await world.owed()).toEqual([]);
  await world.disclose(LIBRARY, { disclosedAt: '2026-11-23T09:00:00Z' });
  await world.stream();
  expect(await world.owed()).toEqual([OPPOSED]);
  const [open] = await world.list();
  const early = await world.give([open ?? {}], { givenAt: '2026-11-22T10:00:00Z' });
  expect([early.status, early.body.notifications[0].error.errors[0].pointer]).toEqual([
    422,
    '/notifications/0/givenAt',
  ]);
  expect((await world.give([open ?? {}])).status).toBe(200);
  expect(await world.owed()).toEqual([]);
});

test('the same of a restriction that still stands', async () => {
  const world = await aWorldOfPartners();
  await world.disclose();
  await world.post('record-request', { ...world.of(), kind: 'restriction', via: 'email' });
  await world.stream();
  vi.setSystemTime(new Date('2026-11-25T10:00:00Z'));
  await world.give(await world.list(), { givenAt: '2026-11-25T09:00:00Z' });
  expect(await world.owed()).toEqual([]);
  await world.disclose(LIBRARY, { disclosedAt: '2026-11-25T09:30:00Z' });
  expect(await world.owed()).toEqual([['Librairie Partenaire', 'restriction']]);
});

test('a file that was given before the data went again is proof of the first time alone', async () => {
  const world = await aWorldOfPartners();
  const { aval, file } = await anOperator();
  await world.disclose();
  await stop(world, '2026-11-21T10:00:00Z');
  await world.stream();
  await aval(['--partner', LIBRARY.siren, '--out', file]);
  await world.disclose(LIBRARY, { disclosedAt: '2026-11-23T09:00:00Z' });
  const said = ['--partner', LIBRARY.siren, '--given', file, '--to', 'dpo@librairie.example'];
  const { code, text } = await aval([...said, '--at', '2026-11-22T10:00:00Z']);
  expect([code, text]).toEqual([1, expect.stringContaining('1 notifications have this file as proof')]);
  expect(text).toMatch(/\S+ has not: at \/givenAt, not before/);
  expect(await world.owed()).toEqual([OPPOSED]);
});

test('data that went a day after an erasure: the erasure is due, by the fingerprint that the disclosure has', async () => {
  const world = await aWorldOfPartners();
  await erase(world);
  await world.stream();
  vi.setSystemTime(new Date('2026-11-25T10:00:00Z'));
  expect((await world.disclose(LIBRARY, { disclosedAt: '2026-11-25T08:00:00Z' })).status).toBe(201);
  expect(await world.owed()).toContainEqual(['Librairie Partenaire', 'erasure']);
});

test('but not where the person came back and agreed before the data went', async () => {
  const world = await aWorldOfPartners();
  await erase(world);
  vi.setSystemTime(new Date('2026-11-26T10:00:00Z'));
  await world.post('record-consent', {
    ...world.of(),
    ...{ channels: ['email'], purpose: 'partner-offers', givenAt: '2026-11-25T09:00:00Z' },
    form: { formId: 'newsletter', version: '3' },
  });
  await world.disclose(LIBRARY, { disclosedAt: '2026-11-25T10:00:00Z' });
  expect((await world.owed()).filter(([, cause]) => cause === 'erasure')).toEqual([]);
});

test('what is said to be given before the data went is no proof', async () => {
  const world = await aWorldOfPartners();
  await stop(world, '2026-11-01T10:00:00Z');
  await world.disclose(LIBRARY, { disclosedAt: '2026-11-20T09:00:00Z' });
  const { status } = await world.give(await world.list(), { givenAt: '2026-11-02T10:00:00Z' });
  expect([status, await world.owed()]).toEqual([422, [OPPOSED]]);
});

test('a key that was mistyped: the same call with another is refused, and the good one is never displaced', async () => {
  const world = await aWorldOfPartners();
  const wrong = 'a1'.repeat(32);
  await world.disclose(LIBRARY, {}, { key: 'once', sharedKey: SHARED_KEY });
  const other = await world.disclose(LIBRARY, {}, { key: 'once', sharedKey: wrong });
  expect([other.status, other.body.disclosures?.[0].error.code]).toEqual([422, 'idempotency-key-reused']);
  const shouted = await world.disclose(LIBRARY, {}, { key: 'once', sharedKey: SHARED_KEY.toUpperCase() });
  expect(shouted.status).toBe(201);
  const good = async () => (await world.list()).map(({ fingerprint, keyId }) => `${keyId} ${fingerprint}`);
  await stop(world, '2026-11-23T10:00:00Z');
  await world.stream();
  const [first] = await good();
  await world.disclose(LIBRARY, { disclosedAt: '2026-11-22T09:00:00Z' }, { sharedKey: wrong });
  await stop(world, '2026-11-23T11:00:00Z');
  await world.stream();
  expect((await good()).filter((each) => each === first)).toHaveLength(2);
  expect(new Set(await good()).size).toBe(2);
});

test('the key of a disclosure for another contact is refused, and nothing is kept of that one', async () => {
  const world = await aWorldOfPartners();
  const other = { email: 'autre.personne@example.com' };
  await world.post('record-consent', { ...(EXAMPLES['record-consent'] as object), ...world.of(other) });
  const first = await world.disclose(LIBRARY, {}, { key: 'one' });
  const again = await world.disclose(LIBRARY, {}, { key: 'one' });
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  const { status, body } = await world.disclose(LIBRARY, { contact: other }, { key: 'one' });
  expect([status, body.disclosures[0].error.code]).toEqual([422, 'idempotency-key-reused']);
  await world.post('register-opposition', { ...world.of(other), via: 'phone', occurredAt: '2026-11-23T10:00:00Z' });
  await world.stream();
  expect(await world.owed()).toEqual([]);
});
