import { randomBytes } from 'node:crypto';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { advertiserKeysOf, openedKeysOf } from '#shared/adapters/crypto/advertiser-keys.ts';
import { openerOf, vaultOf } from '#shared/adapters/crypto/vault.ts';
import { getItem, partition, queryItems, type Table, toImage } from '#shared/adapters/dynamodb/table.ts';
import { Failure, isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { rewrap } from '../../../cli/keys/stored-keys.ts';
import { freshTable, TEST_SECRET, testClock, testVault, unreachableTable } from '../../support/aws.ts';
import { ADVERTISER_ID, NOW } from '../../support/builders.ts';
import { memoryKms } from '../../support/crypto/kms.ts';

const OTHER = 'autre-maison' as AdvertiserId;
const { key1 } = JSON.parse(TEST_SECRET) as { key1: string };
/** What the data secret says: derived keys alone; own keys in use; own keys alone. */
const OWN = { key1, current: 1, advertisers: 1 };

let table: Table;
let kms: ReturnType<typeof memoryKms>;
let now = 0;
beforeEach(async () => {
  table = await freshTable();
  kms = memoryKms();
  now = 0;
});

/** A process of its own: it knows nothing that another one knows. */
const process = (secret: object = OWN, on: Table = table) => {
  const keys = advertiserKeysOf({ ...on, open: kms.open, make: kms.make, clock: testClock(NOW), now: () => now });
  return vaultOf({ secret: async () => JSON.stringify(secret), keys, randomBytes });
};
const stored = (advertiserId = ADVERTISER_ID) =>
  queryItems(table, partition(`ADVERTISERKEY#${advertiserId}`), (cause) => cause as never);
const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );
const KEY = { pk: `ADVERTISERKEY#${ADVERTISER_ID}`, sk: 'KEY#1' };

describe('keys of advertisers', () => {
  test('wrap from the first need on, and open in another process', async () => {
    const made = await process().newKey(ADVERTISER_ID);
    expect(made.wrapped).toMatch(/^k1\.[A-Za-z0-9+/=]{56}$/);
    expect((await process().unwrap(ADVERTISER_ID, made.wrapped)).key).toEqual(Buffer.from(made.key));
    const items = await stored();
    expect(items).toEqual([
      {
        ...{ ...KEY, entity: 'advertiser-key', v: 1, advertiserId: ADVERTISER_ID, number: 1 },
        ...{ madeAt: NOW, encryptedKey: expect.stringMatching(/^[A-Za-z0-9+/=]+$/) },
      },
    ]);
  });

  test('are opened once by a process for all its contacts, and again after five minutes', async () => {
    const { wrapped } = await process().newKey(ADVERTISER_ID);
    expect(kms.asked.splice(0)).toEqual([`make ${ADVERTISER_ID}`]);
    const reader = process();
    await Promise.all(Array.from({ length: 50 }, () => reader.unwrap(ADVERTISER_ID, wrapped)));
    await Promise.all(Array.from({ length: 50 }, () => reader.newKey(ADVERTISER_ID)));
    now = 299_999;
    await reader.unwrap(ADVERTISER_ID, wrapped);
    expect(kms.asked.splice(0)).toEqual([`open ${ADVERTISER_ID}`]);
    now = 300_001;
    await reader.unwrap(ADVERTISER_ID, wrapped);
    expect(kms.asked).toEqual([`open ${ADVERTISER_ID}`]);
  });

  test('are one of an advertiser, however many processes need it at once', async () => {
    const advertisers = Array.from({ length: 8 }, (_, number) => `maison-${number}` as AdvertiserId);
    for (const advertiserId of advertisers) {
      const processes = Array.from({ length: 4 }, () => process());
      const made = await Promise.all(
        processes.flatMap((each) => [each.newKey(advertiserId), each.newKey(advertiserId)]),
      );
      expect(await stored(advertiserId)).toHaveLength(1);
      for (const reader of [...processes, process()])
        for (const { key, wrapped } of made)
          expect((await reader.unwrap(advertiserId, wrapped)).key).toEqual(Buffer.from(key));
    }
  });

  test('who only opens at that moment neither makes one nor hinders who does', async () => {
    const vault = process();
    const wrapped = (await testVault().newKey(ADVERTISER_ID)).wrapped.replace(/^1\./, 'k1.');
    const [opened, made] = await Promise.allSettled([
      vault.unwrap(ADVERTISER_ID, wrapped),
      vault.newKey(ADVERTISER_ID),
    ]);
    expect([opened.status, made.status]).toEqual(['rejected', 'fulfilled']);
    expect(await stored()).toHaveLength(1);
    const keys = openedKeysOf({ ...table, open: kms.open });
    await failureOf(openerOf({ secret: async () => TEST_SECRET, keys }).unwrap(OTHER, wrapped));
    expect(await stored(OTHER)).toEqual([]);
  });

  test('open nothing of another advertiser, nor in its place', async () => {
    const { wrapped } = await process().newKey(ADVERTISER_ID);
    await process().newKey(OTHER);
    expect(await failureOf(process().unwrap(OTHER, wrapped))).toBeInstanceOf(Error);
    const [item] = await stored();
    const moved = { ...item, pk: `ADVERTISERKEY#${OTHER}` };
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(moved) }));
    expect(await failureOf(process().unwrap(OTHER, wrapped))).toMatchObject({ code: 'stored-unreadable' });
  });

  test('KMS that is away, or a table that is, is tried again, and is forgotten once it is back', async () => {
    const vault = process();
    kms.away(true);
    for (const asked of [vault.newKey(ADVERTISER_ID), process(OWN, unreachableTable(table)).newKey(ADVERTISER_ID)].map(
      failureOf,
    )) {
      const failure = await asked;
      expect([failure instanceof Failure, isRetryable(failure)]).toEqual([true, true]);
    }
    expect(await stored()).toEqual([]);
    kms.away(false);
    const { wrapped } = await vault.newKey(ADVERTISER_ID);
    kms.away(true);
    // Who has it open goes on.
    await vault.newKey(ADVERTISER_ID);
    const cold = process();
    const failure = await failureOf(cold.unwrap(ADVERTISER_ID, wrapped));
    expect([failure, isRetryable(failure)]).toMatchObject([{ code: 'stored-unreadable' }, true]);
    kms.away(false);
    await cold.unwrap(ADVERTISER_ID, wrapped);
  });

  test('one that is gone or damaged is no reason to refuse, and is never made again in its place', async () => {
    const { wrapped } = await process().newKey(ADVERTISER_ID);
    const [item] = await stored();
    const put = (encryptedKey: string) =>
      table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage({ ...item, encryptedKey }) }));
    const held = async () => {
      const failure = await failureOf(process().unwrap(ADVERTISER_ID, wrapped));
      expect([failure, isRetryable(failure)]).toMatchObject([{ code: 'stored-unreadable' }, true]);
    };
    await put(Buffer.alloc(60, 7).toString('base64'));
    await held();
    expect(await failureOf(process().newKey(ADVERTISER_ID))).toMatchObject({ code: 'stored-unreadable' });
    await table.client.send(new DeleteItemCommand({ TableName: table.tableName, Key: toImage(KEY) }));
    await held();
    await put(String(item?.encryptedKey));
    await process().unwrap(ADVERTISER_ID, wrapped);
  });
});

describe('a key that was lost, and another that was made under its number', () => {
  /** What is encrypted under the lost key, what under the one that was made in its place, and the lost item. */
  const lost = async () => {
    const before = await process().newKey(ADVERTISER_ID);
    const [item] = await stored();
    await table.client.send(new DeleteItemCommand({ TableName: table.tableName, Key: toImage(KEY) }));
    const after = await process().newKey(ADVERTISER_ID);
    return { before, after, item };
  };
  const putBack = (item: object) =>
    table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) }));

  test('P10: open each their own and nothing else: the other is held, for whoever asks, and is never read wrongly', async () => {
    const { before, after, item } = await lost();
    const held = async (wrapped: string) => {
      for (const asked of [process().unwrap, process().renew, process().everyWrapping]) {
        const failure = await failureOf(asked(ADVERTISER_ID, wrapped));
        expect([failure, isRetryable(failure)]).toMatchObject([{ code: 'stored-unreadable' }, true]);
      }
    };
    await held(before.wrapped);
    expect((await process().unwrap(ADVERTISER_ID, after.wrapped)).key).toEqual(Buffer.from(after.key));
    await putBack(item ?? {});
    await held(after.wrapped);
    expect((await process().unwrap(ADVERTISER_ID, before.wrapped)).key).toEqual(Buffer.from(before.key));
  });

  test('are both read again by the steps of docs/restore.md: the next number first, then the lost item', async () => {
    const { before, after, item } = await lost();
    const rows = [before, after].map(({ wrapped }, n) => ({
      ...{ pk: `CONTACT#${ADVERTISER_ID}#con_${n}`, sk: 'STANDING', advertiserId: ADVERTISER_ID },
      address: { wrappedKey: wrapped },
    }));
    for (const row of rows) await putBack(row);
    const turned = { ...OWN, advertisers: 2 };
    const round = async () => {
      const vault = process(turned);
      const outcomes: unknown[] = [];
      for (const { pk, sk } of rows) {
        const now = await getItem(table, { pk, sk } as never, (cause) => cause as never);
        outcomes.push(await rewrap(table, vault, now ?? {}).catch(({ code }: Failure) => code));
      }
      return outcomes;
    };
    expect(await round()).toEqual(['stored-unreadable', 'rewrapped']);
    await putBack(item ?? {});
    expect(await round()).toEqual(['rewrapped', 'same']);
    for (const [n, { key }] of [before, after].entries()) {
      const row = await getItem(table, { pk: rows[n]?.pk, sk: 'STANDING' } as never, (cause) => cause as never);
      const { wrappedKey } = (row as unknown as (typeof rows)[0]).address;
      expect((await process(turned).unwrap(ADVERTISER_ID, wrappedKey)).key).toEqual(Buffer.from(key));
    }
  });
});

describe('both kinds of wrapping', () => {
  test('a process that knows nothing of own keys opens them, and wraps under derived ones', async () => {
    const { key, wrapped } = await process().newKey(ADVERTISER_ID);
    const behind = process({ key1 });
    expect((await behind.unwrap(ADVERTISER_ID, wrapped)).key).toEqual(Buffer.from(key));
    expect((await behind.newKey(ADVERTISER_ID)).wrapped).toMatch(/^1\./);
  });

  test('what is stored again is wrapped under the key in use; what is only opened stays as it is', async () => {
    const old = await testVault().newKey(ADVERTISER_ID);
    expect((await process().unwrap(ADVERTISER_ID, old.wrapped)).wrapped).toBe(old.wrapped);
    expect(await stored()).toEqual([]);
    const first = await process().renew(ADVERTISER_ID, old.wrapped);
    const next = await process({ ...OWN, advertisers: 2 }).renew(ADVERTISER_ID, first.wrapped);
    expect([first.wrapped, next.wrapped]).toEqual([expect.stringMatching(/^k1\./), expect.stringMatching(/^k2\./)]);
    // Own keys alone: nothing is derived any more.
    const alone = process({ advertisers: 2 });
    for (const { wrapped } of [first, next])
      expect((await alone.unwrap(ADVERTISER_ID, wrapped)).key).toEqual(Buffer.from(old.key));
    expect((await alone.renew(ADVERTISER_ID, next.wrapped)).wrapped).toBe(next.wrapped);
    expect(await failureOf(alone.unwrap(ADVERTISER_ID, old.wrapped))).toBeInstanceOf(Error);
  });

  test('all wrappings of a key are known, also to who is behind, and none is made to say so', async () => {
    const old = await testVault().newKey(ADVERTISER_ID);
    expect(await process().everyWrapping(ADVERTISER_ID, old.wrapped)).toEqual([old.wrapped]);
    expect(await stored()).toEqual([]);
    const first = await process().renew(ADVERTISER_ID, old.wrapped);
    for (const each of [process(), process({ key1 })])
      for (const { wrapped } of [old, first])
        expect(new Set(await each.everyWrapping(ADVERTISER_ID, wrapped))).toEqual(
          new Set([old.wrapped, first.wrapped]),
        );
  });

  test('a secret that names no number is none, and the function does not start', async () => {
    for (const advertisers of [0, -1, 1.5, 64, '1', null])
      expect(await failureOf(process({ key1, advertisers }).newKey(ADVERTISER_ID))).toMatchObject({
        message: 'the secret names no number of advertisers’ keys',
      });
    expect(await failureOf(process({}).newKey(ADVERTISER_ID))).toMatchObject({
      message: 'the secret holds no key named key1, key2…',
    });
  });
});
