import { beforeEach, expect, test } from 'vitest';
import { askedRequestsOf } from '#shared/adapters/dynamodb/centre/asked-requests.ts';
import { rightsRequestsOf } from '#shared/adapters/dynamodb/rights/rights-requests.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { dueAtOf } from '#shared/domain/rights/due.ts';
import type { RightsRequest, StoredStep, WithWords } from '#shared/domain/rights/rights-request.ts';
import { withReserved, withStep } from '#shared/domain/rights/take-step.ts';
import { addDays, addYears } from '#shared/domain/time/instant.ts';
import { freshTable, testVault, unreachableTable } from '#test/support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, NOW, OTHER_CONTACT_ID } from '#test/support/builders.ts';

const access = admit(ADVERTISER_ID);
const ASKED = { requestId: 'call', bodySha256: 'a'.repeat(64) };
const STEP: StoredStep = { action: 'refused', at: NOW, apiKeyId: 'dpo', ...ASKED };

let table: Table;
let now = NOW;
const clock = { now: () => now };
const requests = () => rightsRequestsOf({ ...table, vault: testVault(), clock });
const asked = () => askedRequestsOf({ ...table, clock });
beforeEach(async () => {
  table = await freshTable();
  now = NOW;
});

const create = async (
  name: string,
  changed: Partial<RightsRequest> = {},
  contactId: ContactId = CONTACT_ID,
): Promise<WithWords> => {
  const receivedAt = changed.receivedAt ?? NOW;
  const one: WithWords = {
    request: {
      ...{ id: factIdOf(contactId, name), advertiserId: ADVERTISER_ID, contactId, kind: 'access' },
      ...{ via: 'letter', by: 'person', state: 'open', receivedAt, recordedAt: NOW, dueAt: dueAtOf(receivedAt) },
      ...{ steps: [], revision: 1, ...changed },
    },
    texts: { words: `mots de ${name}`, steps: [] },
  };
  await requests().create(access, one, ASKED);
  return one;
};
const stored = async ({ request }: WithWords) => requests().get(access, request.id);

test('all of a contact are found, by when they are due, without their words; of another contact or advertiser none', async () => {
  const late = await create('late');
  const early = await create('early', { receivedAt: addDays(NOW, -9) });
  await create('theirs', {}, OTHER_CONTACT_ID);
  expect(await asked().of(access, CONTACT_ID)).toEqual([early.request, late.request]);
  expect(await asked().of(admit('autre-maison' as typeof ADVERTISER_ID), CONTACT_ID)).toEqual([]);
});

test('P7: one past its term is not found', async () => {
  const one = await create('one');
  const step = { request: withStep(one.request, STEP), texts: one.texts };
  await requests().replace(access, one, step);
  expect(await asked().of(access, CONTACT_ID)).toEqual([step.request]);
  now = addYears(NOW, 6);
  expect(await asked().of(access, CONTACT_ID)).toEqual([]);
});

test('one is confirmed once, its words and its place in the list as they were, and read so by who answers', async () => {
  const one = await create('one');
  const at = addDays(NOW, 1);
  expect(await asked().confirm(access, one.request, at)).toBe(true);
  expect(await asked().confirm(access, one.request, addDays(NOW, 2))).toBe(false);
  const confirmed = { ...one, request: { ...one.request, identity: 'code' as const, identifiedAt: at, revision: 2 } };
  expect(await stored(one)).toEqual(confirmed);
  expect((await requests().list(access, { limit: 10 })).items).toEqual([confirmed]);
  expect(await asked().confirm(access, confirmed.request, addDays(NOW, 2))).toBe(false);
  expect(await stored(one)).toEqual(confirmed);
});

test.each([
  ['answered or refused', (request: RightsRequest) => withStep(request, STEP)],
  ['being dealt with', (request: RightsRequest) => withReserved(request, STEP)],
  ['changed since', (request: RightsRequest) => withStep(request, { ...STEP, action: 'acknowledged' })],
])(
  'one that was %s is not confirmed by who saw it before, and not by who sees it now but in the last case',
  async (how, change) => {
    const one = await create('one');
    const after = { request: change(one.request), texts: one.texts };
    await requests().replace(access, one, after);
    expect(await asked().confirm(access, one.request, NOW)).toBe(false);
    expect(await stored(one)).toEqual(after);
    expect(await asked().confirm(access, after.request, NOW)).toBe(how === 'changed since');
  },
);

test('one that is not there is not made', async () => {
  const one = await create('one');
  const gone = { ...one.request, id: factIdOf(CONTACT_ID, 'gone') };
  expect(await asked().confirm(access, gone, NOW)).toBe(false);
  expect(await asked().of(access, CONTACT_ID)).toEqual([one.request]);
});

test('P10: a store that is away is no empty list, and confirms nothing', async () => {
  const one = await create('one');
  const away = askedRequestsOf({ ...unreachableTable(table), clock });
  await expect(away.of(access, CONTACT_ID)).rejects.toMatchObject({ code: 'dependency-unavailable' });
  await expect(away.confirm(access, one.request, NOW)).rejects.toMatchObject({ code: 'dependency-unavailable' });
});
