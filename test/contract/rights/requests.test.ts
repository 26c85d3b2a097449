import { beforeEach, expect, test } from 'vitest';
import { openRequestsOf } from '#shared/adapters/dynamodb/rights/open-requests.ts';
import { rightsRequestsOf } from '#shared/adapters/dynamodb/rights/rights-requests.ts';
import { stripRequestWords } from '#shared/adapters/dynamodb/rights/rights-words.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { dueAtOf } from '#shared/domain/rights/due.ts';
import type { WithWords } from '#shared/domain/rights/rights-request.ts';
import { withStep } from '#shared/domain/rights/take-step.ts';
import { addDays, addYears } from '#shared/domain/time/instant.ts';
import { freshTable, testVault, unreachableTable } from '#test/support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, NOW } from '#test/support/builders.ts';

const access = admit(ADVERTISER_ID);
const CONTACT = CONTACT_ID;
const ASKED = { requestId: 'call', bodySha256: 'a'.repeat(64) };

let table: Table;
let now = NOW;
const requests = () => rightsRequestsOf({ ...table, vault: testVault(), clock: { now: () => now } });
beforeEach(async () => {
  table = await freshTable();
  now = NOW;
});

const aRequest = (name: string, receivedAt = NOW): WithWords => ({
  request: {
    ...{ id: factIdOf(CONTACT, name), advertiserId: ADVERTISER_ID, contactId: CONTACT, kind: 'question' },
    ...{ via: 'email', by: 'person', state: 'open', receivedAt, recordedAt: NOW, dueAt: dueAtOf(receivedAt) },
    ...{ steps: [], revision: 1 },
  },
  texts: { words: `mots de ${name}`, steps: [] },
});
const answered = ({ request, texts }: WithWords, at = NOW): WithWords => ({
  request: withStep(request, { action: 'answered', at, apiKeyId: 'dpo', ...ASKED }),
  texts: { ...texts, steps: [{ decider: 'Jeanne Roy' }] },
});

test('what is created is read back with its words, once; another body under the same id is refused', async () => {
  const one = aRequest('one');
  expect(await requests().create(access, one, ASKED)).toEqual(one);
  expect(await requests().get(access, one.request.id)).toEqual(one);
  expect(await requests().create(access, one, ASKED)).toEqual(one);
  const other = { ...ASKED, bodySha256: 'b'.repeat(64) };
  await expect(requests().create(access, one, other)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
});

test('of two changes on the same request one is made', async () => {
  const one = aRequest('one');
  await requests().create(access, one, ASKED);
  expect(await requests().replace(access, one, answered(one))).toBe(true);
  expect(await requests().replace(access, one, answered(one))).toBe(false);
  expect(await requests().get(access, one.request.id)).toEqual(answered(one));
});

test('open ones come first, by when they are due, and one that was answered is open no more', async () => {
  const [late, early, closed] = [
    aRequest('late', addDays(NOW, -1)),
    aRequest('early', addDays(NOW, -9)),
    aRequest('closed', addDays(NOW, -20)),
  ];
  for (const each of [late, early, closed]) await requests().create(access, each, ASKED);
  await requests().replace(access, closed, answered(closed));
  const { items } = await requests().list(access, { limit: 10 });
  expect(items.map(({ request }) => request.id)).toEqual([early, late, closed].map(({ request }) => request.id));
  const open = await openRequestsOf(table).open(access);
  expect(open.map(({ id }) => id)).toEqual([early.request.id, late.request.id]);
});

test('P7: the words of a contact are removed, those that came after are not, and none come back by a change that saw them', async () => {
  const one = aRequest('one');
  await requests().create(access, one, ASKED);
  await stripRequestWords(table, access, { contactId: CONTACT, erasedAt: addDays(NOW, -1) });
  expect((await requests().get(access, one.request.id))?.texts).toEqual(one.texts);
  await stripRequestWords(table, access, { contactId: CONTACT, erasedAt: NOW });
  expect(await requests().get(access, one.request.id)).toEqual({ request: one.request });
  expect(await requests().replace(access, one, answered(one))).toBe(false);
});

test('P7: words of before an erasure are removed also where something was noted after it', async () => {
  const one = aRequest('one');
  await requests().create(access, one, ASKED);
  now = addDays(NOW, 2);
  const noted = answered(one, now);
  expect(await requests().replace(access, one, noted)).toBe(true);
  await stripRequestWords(table, access, { contactId: CONTACT, erasedAt: addDays(NOW, 1) });
  expect(await requests().get(access, one.request.id)).toEqual({ request: noted.request });
  const later = { ...noted, request: { ...noted.request, revision: 3 } };
  expect(await requests().replace(access, { request: noted.request }, later)).toBe(true);
  await stripRequestWords(table, access, { contactId: CONTACT, erasedAt: addDays(NOW, 1) });
  expect((await requests().get(access, one.request.id))?.texts).toEqual(noted.texts);
});

test('P7: a restriction that was answered ends six years after the erasure of its contact, and an open one does not', async () => {
  const restriction = (name: string): WithWords => {
    const { request, texts } = aRequest(name);
    return { request: { ...request, kind: 'restriction' }, texts };
  };
  const [one, two] = [restriction('one'), restriction('two')];
  for (const each of [one, two]) await requests().create(access, each, ASKED);
  await requests().replace(access, one, answered(one));
  const erasedAt = addDays(NOW, 30);
  for (let times = 0; times < 2; times += 1) await stripRequestWords(table, access, { contactId: CONTACT, erasedAt });
  now = addYears(addDays(NOW, 29), 6);
  expect((await requests().get(access, one.request.id))?.request.state).toBe('answered');
  now = addYears(erasedAt, 6);
  expect(await requests().get(access, one.request.id)).toBeUndefined();
  expect((await requests().list(access, { limit: 10 })).items.map(({ request }) => request.id)).toEqual([
    two.request.id,
  ]);
});

test('P7: one that was answered is gone after six years, whether or not TTL came; an open one stays', async () => {
  const [one, two] = [aRequest('one'), aRequest('two')];
  for (const each of [one, two]) await requests().create(access, each, ASKED);
  await requests().replace(access, one, answered(one));
  now = addYears(NOW, 6);
  expect(await requests().get(access, one.request.id)).toBeUndefined();
  expect(await requests().get(access, two.request.id)).toEqual(two);
  expect((await requests().list(access, { limit: 10 })).items).toHaveLength(1);
});

test('P9: another advertiser finds nothing', async () => {
  const one = aRequest('one');
  await requests().create(access, one, ASKED);
  const other = admit('autre-maison' as typeof ADVERTISER_ID);
  expect(await requests().get(other, one.request.id)).toBeUndefined();
  expect((await requests().list(other, { limit: 10 })).items).toEqual([]);
});

test('P10: a store that is away is no empty list', async () => {
  const away = openRequestsOf(unreachableTable(table));
  await expect(away.open(access)).rejects.toMatchObject({ code: 'dependency-unavailable' });
});
