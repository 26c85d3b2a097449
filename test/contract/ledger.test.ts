import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { itemBytes } from '#shared/adapters/dynamodb/item-size.ts';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import type { ExpiryOf } from '#shared/adapters/dynamodb/ledger/standing-update.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { type Table, toImage, toItem } from '#shared/adapters/dynamodb/table.ts';
import { appendToLedger, type LedgerChange } from '#shared/app/records/append-to-ledger.ts';
import { isRepeated } from '#shared/app/records/is-repeated.ts';
import type { AppendedWith, Ledger } from '#shared/app/records/ledger.port.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { STANDING_BYTES } from '#shared/domain/ledger/fit-standing.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, foldLedger, type Standing } from '#shared/domain/ledger/standing.ts';
import { addDays, addYears, epochSeconds, toInstant } from '#shared/domain/time/instant.ts';
import { freshTable, testClock, testVault, unreachableTable } from '../support/aws.ts';
import { ADVERTISER_ID, factId, instant, NOW, sha256 } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
const threeYears: ExpiryOf = async (_, standing) =>
  addYears(standing.consents.at(-1)?.givenAt ?? standing.firstRecordedAt, 3);
const actor = { by: 'system' } as const;
let table: Table;
let contacts = 0;
const aContact = () => `v1n1.${String(++contacts).padStart(43, '0')}` as ContactId;
const empty = (contactId: ContactId): Standing =>
  emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, NOW);
const ledgerAt = (now = NOW, expiryOf = threeYears) =>
  ledgerOf({ ...table, vault: testVault(), clock: testClock(now), expiryOf });

const append = (ledger: Ledger, changes: readonly LedgerChange[], more: Partial<AppendedWith> = {}) =>
  appendToLedger(ledger, access, changes, { at: NOW, ...more });

const consentGiven = (contactId: ContactId, name = 'consent', givenAt = NOW): NewLedgerEvent => ({
  type: 'consent-given',
  actor,
  id: factId(name, contactId),
  observed: false,
  consent: {
    channels: ['email'],
    purpose: 'own-offers',
    form: { formId: 'newsletter' as never, version: name },
    givenAt,
    transferredBy: [],
  },
});
const opposed = (contactId: ContactId, name = 'opposition'): NewLedgerEvent => ({
  type: 'opposition-registered',
  actor,
  id: factId(name, contactId),
  of: { scope: 'channel', channels: ['email'] },
  via: 'link',
  occurredAt: NOW,
});
const write = (seen: Standing, events: readonly NewLedgerEvent[], address?: string): LedgerChange => ({
  contactId: seen.contactId,
  seen,
  events,
  address,
});
const rawStanding = async (contactId: ContactId) => {
  const get = new GetItemCommand({ TableName: table.tableName, Key: toImage(standingKey(access, contactId)) });
  const { Item } = await table.client.send(get);
  return Item === undefined ? undefined : toItem(Item);
};

beforeAll(async () => {
  table = await freshTable();
});

describe('P6: appending', () => {
  test('gives events their places, and the standing is the fold of what the ledger lists', async () => {
    const contactId = aContact();
    const [first = empty(contactId)] = await append(ledgerAt(), [
      write(empty(contactId), [consentGiven(contactId), opposed(contactId)]),
    ]);
    const [second] = await append(ledgerAt(), [write(first, [consentGiven(contactId, 'again')])]);
    const events = await ledgerAt().listEvents(access, contactId);
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'consent-given'],
      [2, 'opposition-registered'],
      [3, 'consent-given'],
    ]);
    expect(second).toEqual(foldLedger(empty(contactId), events));
    expect(await ledgerAt().readStanding(access, contactId)).toEqual(second);
  });

  test('orders by place, not by clock: an event recorded with an earlier clock still comes after', async () => {
    const contactId = aContact();
    const [given = empty(contactId)] = await append(ledgerAt(), [write(empty(contactId), [consentGiven(contactId)])], {
      at: NOW,
    });
    const earlier = addDays(NOW, -1);
    const withdrawn: NewLedgerEvent = {
      type: 'consent-withdrawn',
      actor,
      id: factId('w', contactId),
      consentId: factId('consent', contactId),
      occurredAt: earlier,
    };
    const [standing] = await append(ledgerAt(), [write(given, [withdrawn])], { at: earlier });
    expect(standing).toMatchObject({ seq: 2, consents: [{ state: 'withdrawn' }], oppositions: [{ seq: 2 }] });
    const events = await ledgerAt().listEvents(access, contactId);
    expect(events.map(({ seq, recordedAt }) => [seq, recordedAt])).toEqual([
      [1, NOW],
      [2, earlier],
    ]);
  });

  test('on a standing that has moved is refused, and nothing of it is written', async () => {
    const contactId = aContact();
    const other = aContact();
    await append(ledgerAt(), [write(empty(contactId), [consentGiven(contactId)])]);
    const stale = append(ledgerAt(), [
      write(empty(other), [opposed(other)]),
      write(empty(contactId), [opposed(contactId)]),
    ]);
    await expect(stale).rejects.toMatchObject({ code: 'concurrent-change' });
    expect(await ledgerAt().readStanding(access, other)).toBeUndefined();
    expect(await ledgerAt().listEvents(access, contactId)).toHaveLength(1);
  });

  test('in parallel by twenty writers who read the same lets one through', async () => {
    const contactId = aContact();
    const attempts = Array.from({ length: 20 }, (_, n) =>
      append(ledgerAt(), [write(empty(contactId), [opposed(contactId, `o${String.fromCharCode(97 + n)}`)])]),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'concurrent-change' });
    expect(await ledgerAt().readStanding(access, contactId)).toMatchObject({ seq: 1, oppositions: [{}] });
  });

  test('at another advertiser touches another contact', async () => {
    const contactId = aContact();
    await append(ledgerAt(), [write(empty(contactId), [opposed(contactId)])]);
    const other = admit('autre-maison' as AdvertiserId);
    expect(await ledgerAt().readStanding(other, contactId)).toBeUndefined();
    expect(await ledgerAt().listEvents(other, contactId)).toEqual([]);
  });

  test('on a store that cannot be reached is a failure to retry, and so is reading', async () => {
    const contactId = aContact();
    const ledger = ledgerOf({
      ...unreachableTable(table),
      vault: testVault(),
      clock: testClock(),
      expiryOf: threeYears,
    });
    const unavailable = { code: 'dependency-unavailable', reason: 'OPPOSITION_STORE_UNAVAILABLE' };
    await expect(append(ledger, [write(empty(contactId), [opposed(contactId)])])).rejects.toMatchObject(unavailable);
    await expect(ledger.readStanding(access, contactId)).rejects.toMatchObject(unavailable);
    await expect(ledger.readPerson(access, 'someone')).rejects.toMatchObject(unavailable);
    await expect(ledger.listEvents(access, contactId)).rejects.toMatchObject(unavailable);
  });
});

describe('a request', () => {
  const request = { requestId: 'request-1', bodySha256: sha256('1') };

  test('repeated resolves to what it did, and does it once', async () => {
    const contactId = aContact();
    const act = () => append(ledgerAt(), [write(empty(contactId), [consentGiven(contactId)])], { at: NOW, request });
    const first = await act();
    const again = await append(ledgerAt(addDays(NOW, 1)), [write(empty(contactId), [consentGiven(contactId)])], {
      at: addDays(NOW, 1),
      request,
    });
    expect(again).toEqual(first);
    expect(await ledgerAt().listEvents(access, contactId)).toHaveLength(1);
    expect(await ledgerAt().findRequest(access, 'request-1')).toEqual({ contactId, bodySha256: request.bodySha256 });
    expect(await ledgerAt().findRequest(access, 'request-2')).toBeUndefined();
  });

  test('with another body under the same key is refused', async () => {
    const contactId = aContact();
    const once = { ...request, requestId: 'request-3' };
    await append(ledgerAt(), [write(empty(contactId), [consentGiven(contactId)])], { at: NOW, request: once });
    const other = { ...once, bodySha256: sha256('2') };
    const reused = append(ledgerAt(), [write(empty(contactId), [opposed(contactId)])], {
      at: NOW,
      request: other,
    });
    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  test('for another contact under the same key is refused, and nothing is written', async () => {
    const [contactId, other] = [aContact(), aContact()];
    const once = { ...request, requestId: 'request-4' };
    await append(ledgerAt(), [write(empty(contactId), [consentGiven(contactId)])], { at: NOW, request: once });
    const reused = append(ledgerAt(), [write(empty(other), [consentGiven(other)])], { at: NOW, request: once });
    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await ledgerAt().readStanding(access, other)).toBeUndefined();
    await expect(isRepeated(ledgerAt(), access, { contactId: other }, once)).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
    expect(await isRepeated(ledgerAt(), access, { contactId }, once)).toBe(true);
  });

  test('that is taken before anything is written belongs to its first contact, until it ends', async () => {
    const [contactId, other] = [aContact(), aContact()];
    const { bodySha256 } = request;
    const taken = { requestId: 'request-5', bodySha256 };
    const first = { contactId, bodySha256 };
    expect(await ledgerAt().takeRequest(access, contactId, taken, NOW)).toEqual(first);
    expect(await ledgerAt().takeRequest(access, contactId, taken, NOW)).toEqual(first);
    const changed = { ...taken, bodySha256: sha256('2') };
    expect(await ledgerAt().takeRequest(access, other, changed, NOW)).toEqual(first);
    expect(await ledgerAt().findRequest(access, 'request-5')).toEqual(first);
    const later = addDays(NOW, 401);
    const second = { contactId: other, bodySha256: sha256('2') };
    expect(await ledgerAt(later).takeRequest(access, other, changed, later)).toEqual(second);
  });
});

describe('the address', () => {
  const addressOf = async (contactId: ContactId) =>
    (await vetReadsOf({ ...table, vault: testVault(), clock: testClock() }).read(access, contactId, NOW)).address;

  test('is kept encrypted, stays when a write brings none, and changes under the same key', async () => {
    const contactId = aContact();
    const [first = empty(contactId)] = await append(ledgerAt(), [
      write(empty(contactId), [consentGiven(contactId)], 'camille@example.fr'),
    ]);
    const before = await rawStanding(contactId);
    expect(JSON.stringify(before)).not.toContain('camille');
    const [second = empty(contactId)] = await append(ledgerAt(), [write(first, [opposed(contactId)])]);
    expect(await addressOf(contactId)).toBe('camille@example.fr');
    await append(ledgerAt(), [write(second, [consentGiven(contactId, 'late')], 'Camille@example.fr')]);
    expect(await addressOf(contactId)).toBe('Camille@example.fr');
    expect((await rawStanding(contactId))?.wrappedKey).toBe(before?.wrappedKey);
  });
});

describe('a standing', () => {
  test('never outgrows 3 KB: a basis too many is refused, an opposition is taken and joined with others', async () => {
    const contactId = aContact();
    let standing = empty(contactId);
    const add = async (events: readonly NewLedgerEvent[]) => {
      const [next = standing] = await append(ledgerAt(), [write(standing, events, 'camille@example.fr')]);
      standing = next;
    };
    const fill = async () => {
      for (let n = 0; n < 40; n += 1)
        await add([consentGiven(contactId, `consent${String.fromCharCode(97 + (n % 26))}${n}`)]);
    };
    await expect(fill()).rejects.toMatchObject({ code: 'standing-full' });
    expect(standing.consents.length).toBeGreaterThanOrEqual(5);
    for (let n = 0; n < 10; n += 1) {
      const purpose = n % 2 ? ('own-offers' as const) : ('partner-offers' as const);
      const event = { ...opposed(contactId, `o${n}x`), of: { scope: 'purpose', channels: ['email'], purpose } };
      await add([event as NewLedgerEvent]);
    }
    const opposedTo = standing.oppositions.flatMap(({ of }) => (of.scope === 'purpose' ? [of.purpose] : [of.scope]));
    expect(opposedTo.some((each) => ['own-offers', 'channel', 'global'].includes(each))).toBe(true);
    expect(opposedTo.some((each) => ['partner-offers', 'channel', 'global'].includes(each))).toBe(true);
    expect(itemBytes(toImage((await rawStanding(contactId)) ?? {}))).toBeLessThanOrEqual(STANDING_BYTES);
    expect(await ledgerAt().listEvents(access, contactId)).toHaveLength(standing.seq);
  });
});

describe('P7: expiry', () => {
  const long = addYears(NOW, 4);

  test('a contact past its time grounds nothing, though its item is still there', async () => {
    const contactId = aContact();
    await append(ledgerAt(), [write(empty(contactId), [consentGiven(contactId)], 'camille@example.fr')]);
    expect(await rawStanding(contactId)).toBeDefined();
    expect(await ledgerAt(long).readStanding(access, contactId)).toBeUndefined();
    expect(await ledgerAt(long).listEvents(access, contactId)).toEqual([]);
    const vetReads = vetReadsOf({ ...table, vault: testVault(), clock: testClock(long) });
    expect(await vetReads.read(access, contactId, long)).toMatchObject({ standing: undefined, address: undefined });
  });

  test('a fact recorded when its time has passed stays thirty days, for verdicts to say so', async () => {
    const contactId = aContact();
    await append(ledgerAt(), [
      write(empty(contactId), [consentGiven(contactId, 'old', instant('2017-05-25T10:00:00Z'))]),
    ]);
    expect(await ledgerAt(addDays(NOW, 29)).readStanding(access, contactId)).toMatchObject({ consents: [{}] });
    expect(await ledgerAt(addDays(NOW, 30)).readStanding(access, contactId)).toMatchObject({ consents: [{}] });
    expect(
      await ledgerAt(toInstant(Date.parse(addDays(NOW, 30)) + 1000)).readStanding(access, contactId),
    ).toBeUndefined();
  });

  test('P2: an opposition survives it', async () => {
    const contactId = aContact();
    const events = [consentGiven(contactId), opposed(contactId)];
    await append(ledgerAt(), [write(empty(contactId), events)]);
    expect(await rawStanding(contactId)).not.toHaveProperty('expiresAt');
    const later = await ledgerAt(addYears(NOW, 30)).readStanding(access, contactId);
    expect(later?.oppositions).toHaveLength(1);
  });

  test('each write asks for the terms of its advertiser, and an opposition is written without them', async () => {
    const contactId = aContact();
    const oneYear: ExpiryOf = async ({ advertiserId }) =>
      advertiserId === ADVERTISER_ID ? addYears(NOW, 1) : addYears(NOW, 3);
    const diesAt = async () => (await rawStanding(contactId))?.expiresAt;
    const [first = empty(contactId)] = await append(ledgerAt(), [write(empty(contactId), [consentGiven(contactId)])]);
    expect(await diesAt()).toBe(epochSeconds(addYears(NOW, 3)) + 1);
    const ledger = ledgerAt(NOW, oneYear);
    const [second = first] = await append(ledger, [write(first, [consentGiven(contactId, 'again')])]);
    expect(await diesAt()).toBe(epochSeconds(addYears(NOW, 1)) + 1);
    const unreadable: ExpiryOf = () => Promise.reject(new Error('no settings can be read'));
    await append(ledgerAt(NOW, unreadable), [write(second, [opposed(contactId)])]);
    expect(await diesAt()).toBeUndefined();
  });

  test('a contact that comes back keeps nothing of its former life, and its chain goes on', async () => {
    const contactId = aContact();
    await append(ledgerAt(), [write(empty(contactId), [consentGiven(contactId)], 'camille@example.fr')]);
    const formerKey = (await rawStanding(contactId))?.wrappedKey;
    const ledger = ledgerAt(long);
    const [back] = await append(ledger, [write(empty(contactId), [opposed(contactId)])], { at: long });
    expect(back).toMatchObject({ seq: 2, consents: [], oppositions: [{ seq: 2 }] });
    expect(await ledger.readStanding(access, contactId)).toEqual(back);
    expect((await ledger.listEvents(access, contactId)).map(({ seq }) => seq)).toEqual([2]);
    const raw = await rawStanding(contactId);
    expect(formerKey).toBeDefined();
    expect(raw).not.toHaveProperty('wrappedKey');
    expect(raw).not.toHaveProperty('expiresAt');
  });

  test('no write path yields an opposition and a time to die in one item, whatever comes in whatever order', async () => {
    const step = fc.constantFrom('consent', 'sale', 'refused-sale', 'opposition', 'withdrawal', 'activity', 'years');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const contactId = aContact();
        let now = NOW;
        for (const [index, name] of steps.entries()) {
          if (name === 'years') now = addYears(now, 4);
          const ledger = ledgerAt(now);
          const seen = (await ledger.readStanding(access, contactId)) ?? empty(contactId);
          const events = eventsFor(name, contactId, index);
          const [standing] = await append(ledger, [write(seen, events)], { at: now });
          const raw = await rawStanding(contactId);
          expect(raw?.oppositions).toEqual(standing?.oppositions);
          expect(raw?.expiresAt === undefined).toBe((standing?.oppositions.length ?? 0) > 0);
          expect(standing?.oppositions.length).toBeGreaterThanOrEqual(seen.oppositions.length);
        }
      }),
      { numRuns: 40, seed: 20261124 },
    );
  });
});

const eventsFor = (name: string, contactId: ContactId, index: number): readonly NewLedgerEvent[] => {
  const id = factId(`${name}-${index}x`, contactId);
  const sale = (refused: boolean): NewLedgerEvent => ({
    type: 'sale-recorded',
    actor,
    id,
    sale: {
      reference: `CMD-${index}`,
      type: 'order',
      soldAt: instant('2026-01-05T10:00:00Z'),
      lines: [],
      ...(refused ? { refusal: {} } : {}),
      coordinatesFrom: 'data-subject',
    },
  });
  if (name === 'consent') return [consentGiven(contactId, `c${index}`)];
  if (name === 'sale' || name === 'refused-sale') return [sale(name === 'refused-sale')];
  if (name === 'opposition') return [opposed(contactId, `${name}-${index}x`)];
  if (name === 'withdrawal')
    return [{ type: 'consent-withdrawn', actor, id, consentId: factId(`c${index - 1}`, contactId), occurredAt: NOW }];
  return [{ type: 'activity-recorded', actor, id, act: 'order', occurredAt: NOW }];
};
