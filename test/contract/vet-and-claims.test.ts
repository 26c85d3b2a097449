import { PutItemCommand, TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendsKey } from '#shared/adapters/dynamodb/keys.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { vetReadsOf } from '#shared/adapters/dynamodb/ledger/vet-reads.ts';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { type Table, toImage } from '#shared/adapters/dynamodb/table.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import type { Claim } from '#shared/domain/message/message.ts';
import { addDays, addSeconds, addYears, monthOf } from '#shared/domain/time/instant.ts';
import { freshTable, testClock, testVault, unreachableTable } from '../support/aws.ts';
import { ADVERTISER_ID, messageId, NOW } from '../support/builders.ts';

const access = admit(ADVERTISER_ID);
const otherAccess = admit('autre-maison' as AdvertiserId);
const clock = testClock();
const bucket = { month: monthOf(NOW), channel: 'email' } as const;
let table: Table;
let contacts = 0;
const aContact = () => `v1n1.${String(++contacts).padStart(43, '0')}` as ContactId;
const claimed = (contactId: ContactId, name: string) => ({
  ...{ contactId, messageId: messageId(name), claimMonth: bucket.month, channel: bucket.channel },
});
const entry = (name: string, claimToken = `token-of-${name}`): Claim => ({
  messageId: messageId(name),
  claimedAt: NOW,
  claimToken,
});
const read = (contactId: ContactId, of = access) =>
  vetReadsOf({ ...table, vault: testVault(), clock }).read(of, contactId, clock.now());

beforeAll(async () => {
  table = await freshTable();
});

describe('a vet read', () => {
  test('finds the standing, its address and the sends of the window in one Query of one read unit', async () => {
    const contactId = aContact();
    const ledger = ledgerOf({ ...table, vault: testVault(), clock, expiryOf: async () => undefined });
    const seen = emptyStanding({ advertiserId: ADVERTISER_ID, contactId, addressKind: 'email' }, NOW);
    const declared = { type: 'contact-declared' as const, actor: { by: 'system' as const }, declared: {} };
    await appendToLedger(ledger, access, [{ contactId, seen, events: [declared], address: 'camille@example.fr' }], {
      at: NOW,
    });
    const claims = claimsOf(table);
    await claims.claim(access, contactId, { ...bucket, revision: 0 }, entry('this-month'));
    await claims.claim(access, contactId, { ...bucket, month: '2026-10', revision: 0 }, entry('last-month'));
    // Accepted on 30 September for thirty days, claimed on the last: a claim of the last thirty days.
    await claims.claim(access, contactId, { ...bucket, month: '2026-09', revision: 0 }, entry('waited-thirty-days'));
    await claims.claim(access, contactId, { ...bucket, month: '2026-08', revision: 0 }, entry('long-ago'));
    const units: (number | undefined)[] = [];
    table.client.middlewareStack.add(
      (next) => async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        units.push(
          (result.output as { ConsumedCapacity?: { CapacityUnits?: number } }).ConsumedCapacity?.CapacityUnits,
        );
        return result;
      },
      { name: 'meter', step: 'initialize' },
    );
    const input = await read(contactId);
    table.client.middlewareStack.remove('meter');
    expect(units).toEqual([1]);
    expect(input).toMatchObject({ standing: { contactId, seq: 1 }, address: 'camille@example.fr', readAt: NOW });
    expect(input.sends.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
  });

  test('is as old as its question, however late the answer comes', async () => {
    const late = testClock();
    const send = async (command: Parameters<Table['client']['send']>[0]) => {
      const answer = await table.client.send(command);
      late.set(addSeconds(NOW, 3));
      return answer;
    };
    const slow = { ...table, client: { send } as unknown as Table['client'], vault: testVault(), clock: late };
    expect(await vetReadsOf(slow).read(access, aContact(), NOW)).toMatchObject({ readAt: NOW });
  });

  test('of an unknown contact says so, and another advertiser sees nothing', async () => {
    const contactId = aContact();
    await claimsOf(table).claim(access, contactId, { ...bucket, revision: 0 }, entry('ours'));
    expect((await read(contactId)).sends).toHaveLength(1);
    expect(await read(contactId, otherAccess)).toMatchObject({ standing: undefined, sends: [], address: undefined });
  });

  test('P10: that fails is never an empty answer', async () => {
    const vetReads = vetReadsOf({ ...unreachableTable(table), vault: testVault(), clock });
    await expect(vetReads.read(access, aContact(), NOW)).rejects.toMatchObject({
      code: 'dependency-unavailable',
      reason: 'OPPOSITION_STORE_UNAVAILABLE',
    });
    const absent = { ...table, tableName: 'no-such-table' };
    await expect(
      vetReadsOf({ ...absent, vault: testVault(), clock }).read(access, aContact(), NOW),
    ).rejects.toMatchObject({ reason: 'OPPOSITION_STORE_UNAVAILABLE' });
  });

  test('P7: leaves out sends that are past their time, though TTL has not deleted them', async () => {
    const contactId = aContact();
    const item = {
      ...sendsKey(access, contactId, bucket.month, 'email'),
      entity: 'sends',
      v: 1,
      month: bucket.month,
      channel: 'email',
      revision: 1,
      entries: {},
      expiresAt: 1,
    };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) }));
    expect((await read(contactId)).sends).toEqual([]);
  });
});

describe('a claim', () => {
  test('is held by the first, and seen by whoever comes second', async () => {
    const contactId = aContact();
    const claims = claimsOf(table);
    const first = entry('once', 'first-worker');
    expect(await claims.claim(access, contactId, { ...bucket, revision: 0 }, first)).toEqual({ outcome: 'claimed' });
    const second = entry('once', 'second-worker');
    for (const revision of [0, 1])
      expect(await claims.claim(access, contactId, { ...bucket, revision }, second)).toEqual({
        outcome: 'claimed-before',
        entry: first,
      });
  });

  test('keeps what it was, where it was no prospecting', async () => {
    const contactId = aContact();
    const claims = claimsOf(table);
    const noted = { ...entry('parcel'), class: 'transactional' as const };
    await claims.claim(access, contactId, { ...bucket, revision: 0 }, noted);
    await claims.claim(access, contactId, { ...bucket, revision: 1 }, entry('offer'));
    const found = (await read(contactId)).sends[0]?.entries ?? [];
    expect(found.map((each) => [each.messageId === noted.messageId, each.class])).toEqual(
      expect.arrayContaining([
        [true, 'transactional'],
        [false, undefined],
      ]),
    );
    expect(found).toHaveLength(2);
  });

  test('whose answer was lost succeeds when tried again with its own token', async () => {
    const contactId = aContact();
    const claims = claimsOf(table);
    await claims.claim(access, contactId, { ...bucket, revision: 0 }, entry('lost'));
    expect(await claims.claim(access, contactId, { ...bucket, revision: 0 }, entry('lost'))).toEqual({
      outcome: 'claimed',
    });
    expect((await read(contactId)).sends[0]?.entries).toHaveLength(1);
  });

  test('on a bucket that changed since the read is refused', async () => {
    const contactId = aContact();
    const claims = claimsOf(table);
    await claims.claim(access, contactId, { ...bucket, revision: 0 }, entry('one'));
    expect(await claims.claim(access, contactId, { ...bucket, revision: 0 }, entry('two'))).toEqual({
      outcome: 'changed',
    });
    expect(await claims.claim(access, contactId, { ...bucket, revision: 1 }, entry('two'))).toEqual({
      outcome: 'claimed',
    });
    expect(await claims.claim(access, contactId, { ...bucket, revision: 1 }, entry('three'))).toEqual({
      outcome: 'changed',
    });
  });

  test('whose first try was written and whose second met another transaction is ours, and not held by another', async () => {
    const contactId = aContact();
    const pauses: number[] = [];
    let answersLost = 0;
    const send: Table['client']['send'] = async (command: never) => {
      if (!((command as object) instanceof TransactWriteItemsCommand) || answersLost > 0)
        return table.client.send(command);
      answersLost += 1;
      await table.client.send(command);
      const CancellationReasons = [{ Code: 'TransactionConflict' }, { Code: 'None' }];
      throw new TransactionCanceledException({ message: 'met', $metadata: {}, CancellationReasons });
    };
    const met = { ...table, client: { ...table.client, send }, pause: async (ms: number) => void pauses.push(ms) };
    const withBeside = { ...bucket, revision: 0, beside: [{ month: '2026-10', revision: 0 }] };
    const claim = () => claimsOf(met as unknown as Table).claim(access, contactId, withBeside, entry('met'));
    expect(await claim()).toEqual({ outcome: 'claimed' });
    expect([answersLost, pauses.length]).toEqual([1, 1]);
    expect(await claim()).toEqual({ outcome: 'claimed' });
  });

  test('of one accepted last month is lost where this month was claimed in since the read, and the other way round', async () => {
    const claims = claimsOf(table);
    const last = { ...bucket, month: '2026-10', revision: 0, beside: [{ month: bucket.month, revision: 0 }] };
    const now = { ...bucket, revision: 0 };
    const [one, other] = [aContact(), aContact()];
    expect(await claims.claim(access, one, last, entry('of-last-month'))).toEqual({ outcome: 'claimed' });
    expect(await claims.claim(access, one, now, entry('of-this-month'))).toEqual({ outcome: 'changed' });
    expect(await claims.claim(access, one, { ...now, revision: 1 }, entry('of-this-month'))).toEqual({
      outcome: 'claimed',
    });
    expect(await claims.claim(access, other, now, entry('of-this-month'))).toEqual({ outcome: 'claimed' });
    expect(await claims.claim(access, other, last, entry('of-last-month'))).toEqual({ outcome: 'changed' });
    const again = { ...last, beside: [{ month: bucket.month, revision: 1 }] };
    expect(await claims.claim(access, other, again, entry('of-last-month'))).toEqual({ outcome: 'claimed' });
    expect(await claims.claim(access, other, again, entry('of-last-month'))).toEqual({ outcome: 'claimed' });
    const second = entry('of-last-month', 'another-worker');
    expect(await claims.claim(access, other, again, second)).toMatchObject({ outcome: 'claimed-before' });
    expect((await read(other)).sends.map(({ month, entries }) => [month, entries.length])).toEqual([
      ['2026-10', 1],
      ['2026-11', 1],
    ]);
  });

  test('P5: is won by one of twenty workers who race', async () => {
    const contactId = aContact();
    const race = Array.from({ length: 20 }, (_, worker) =>
      claimsOf(table).claim(access, contactId, { ...bucket, revision: 0 }, entry('raced', `worker-${worker}`)),
    );
    const outcomes = (await Promise.all(race)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'claimed-before')).toHaveLength(19);
  });

  test('of twenty messages that race for one place in a bucket is won by one', async () => {
    const contactId = aContact();
    const race = Array.from({ length: 20 }, (_, n) =>
      claimsOf(table).claim(
        access,
        contactId,
        { ...bucket, revision: 0 },
        entry(`message-${String.fromCharCode(97 + n)}`),
      ),
    );
    const outcomes = (await Promise.all(race)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(19);
  });

  test('is taken back by its owner alone, and only while it has no result', async () => {
    const contactId = aContact();
    const claims = claimsOf(table);
    await claims.claim(access, contactId, { ...bucket, revision: 0 }, entry('back'));
    expect(await claims.release(access, claimed(contactId, 'back'), entry('back', 'someone-else'))).toBe(false);
    expect(await claims.release(access, claimed(contactId, 'back'), entry('back'))).toBe(true);
    expect(await claims.release(access, claimed(contactId, 'back'), entry('back'))).toBe(false);
    const { sends } = await read(contactId);
    expect(sends).toMatchObject([{ entries: [], revision: 2 }]);
    await claims.claim(access, contactId, { ...bucket, revision: 2 }, entry('back'));
    await claims.settle(access, claimed(contactId, 'back'), 'unknown');
    expect(await claims.release(access, claimed(contactId, 'back'), entry('back'))).toBe(false);
  });

  test('once sent never becomes unknown, and an unknown may turn out to be sent', async () => {
    const contactId = aContact();
    const claims = claimsOf(table);
    const result = async () => (await read(contactId)).sends[0]?.entries[0]?.result;
    await claims.claim(access, contactId, { ...bucket, revision: 0 }, entry('settled'));
    await claims.settle(access, claimed(contactId, 'settled'), 'unknown');
    expect(await result()).toBe('unknown');
    await claims.settle(access, claimed(contactId, 'settled'), 'sent');
    await claims.settle(access, claimed(contactId, 'settled'), 'unknown');
    expect(await result()).toBe('sent');
  });

  test('lives fourteen months past the end of its month', async () => {
    const contactId = aContact();
    await claimsOf(table).claim(access, contactId, { ...bucket, revision: 0 }, entry('kept'));
    const vetReads = (now: typeof NOW) => vetReadsOf({ ...table, vault: testVault(), clock: testClock(now) });
    const sendsAt = async (now: typeof NOW) => (await vetReads(now).read(access, contactId, NOW)).sends.length;
    expect(await sendsAt(addDays(addYears(NOW, 1), 68))).toBe(1);
    expect(await sendsAt(addDays(addYears(NOW, 1), 70))).toBe(0);
  });

  test('on a store that cannot be reached is a failure to retry', async () => {
    const claim = claimsOf(unreachableTable(table)).claim(access, aContact(), { ...bucket, revision: 0 }, entry('x'));
    await expect(claim).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});
