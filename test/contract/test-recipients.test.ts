import { beforeEach, describe, expect, test } from 'vitest';
import { testRecipientListsOf } from '#shared/adapters/dynamodb/messages/test-recipients.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { retryOnConflict } from '#shared/app/records/retry-on-conflict.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { freshTable, unreachableTable } from '../support/aws.ts';
import { NOW } from '../support/builders.ts';

const ACCESS = admit('maison' as AdvertiserId);
const contacts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, number) => `v1n1.${String(from + number).padStart(43, '0')}` as ContactId);

let table: Table;
beforeEach(async () => {
  table = await freshTable();
});
const add = (contactIds: readonly ContactId[], at = NOW, access = ACCESS) =>
  testRecipientListsOf(table).add(access, contactIds, at).then(Object.keys);

describe('the test recipients of an advertiser', () => {
  test('are twenty at most: those that are there stay, and get tests again', async () => {
    expect(await add(contacts(19))).toHaveLength(19);
    const all = await add(contacts(3, 18));
    expect(all).toEqual(expect.arrayContaining(contacts(20)));
    expect(all).toHaveLength(20);
    expect(await add(contacts(1))).toHaveLength(20);
    expect(await add(contacts(1, 30), NOW, admit('other' as AdvertiserId))).toEqual(contacts(1, 30));
  });

  test('leave thirty days after the latest test to them', async () => {
    await add(contacts(20));
    await add(contacts(1), addDays(NOW, 10));
    expect(await add(contacts(1, 20), addSeconds(addDays(NOW, 30), -1))).toHaveLength(20);
    expect(await add(contacts(1, 20), addDays(NOW, 30))).toEqual([...contacts(1), ...contacts(1, 20)]);
    expect(await add(contacts(1, 21), addDays(NOW, 41))).toEqual([...contacts(1, 20), ...contacts(1, 21)]);
  });

  test('are never more, whoever adds at once', async () => {
    const calls = contacts(5).map((_, number) => () => add(contacts(10, number * 10)));
    const found = await Promise.all(calls.map((call) => retryOnConflict(call)));
    expect(Math.max(...found.map((each) => each.length))).toBe(20);
    expect(await add(contacts(1, 99))).toHaveLength(20);
  });

  test('where the store cannot be reached nobody is one', async () => {
    const lists = testRecipientListsOf(unreachableTable(table));
    await expect(lists.add(ACCESS, contacts(1), NOW)).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});
