import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { indexUnitsOf, meterOf } from '#test/support/load/metered.ts';

/**
 * What AWS writes of the cost of an index ("Using Global Secondary Indexes in DynamoDB", write capacity units), case by case, each worked
 * out by hand.
 */
const itemOf = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries({ pk: 'CONTACT#a#b', sk: 'SENDS#2026-11#email', ...fields }).map(([name, S]) => [name, { S }]),
  ) as Record<string, AttributeValue>;
const inHour = (ofDay: string, more = {}) => itemOf({ ofDay, position: 'b', ...more });

test.each([
  ['an item that is in no index, before and after: none', itemOf({}), itemOf({ status: 'sent' }), 0],
  ['a new item without the attribute: none', undefined, itemOf({}), 0],
  ['a new item with it: one, which puts the entry', undefined, inHour('T10#1'), 1],
  ['an item that is given the attribute: one', itemOf({}), inHour('T10#1'), 1],
  ['the attribute becomes another: two, one that deletes and one that puts', inHour('T10#1'), inHour('T11#1'), 2],
  ['its sort key becomes another: two', inHour('T10#1'), inHour('T10#1', { position: 'c' }), 2],
  ['the attribute goes: one, which deletes the entry', inHour('T10#1'), itemOf({ position: 'b' }), 1],
  ['the item goes: one', inHour('T10#1'), undefined, 1],
  ['something else changes, which keys alone do not hold: none', inHour('T10#1'), inHour('T10#1', { status: 'x' }), 0],
  ['a partition key without a sort key is in no index: none', undefined, itemOf({ ofDay: 'T10#1' }), 0],
  [
    'a new message in three indexes: three',
    undefined,
    itemOf({ ofContact: 'c', ofDay: 'd', ofReference: 'r', position: 'p' }),
    3,
  ],
  [
    'a message that is given the id of its provider: one, of the fourth index',
    itemOf({ ofContact: 'c', ofDay: 'd', ofReference: 'r', position: 'p' }),
    itemOf({ ofContact: 'c', ofDay: 'd', ofReference: 'r', position: 'p', ofProviderId: 'i' }),
    1,
  ],
  [
    'a sort key that all have becomes another: two in each of three',
    itemOf({ ofContact: 'c', ofDay: 'd', ofReference: 'r', position: 'p' }),
    itemOf({ ofContact: 'c', ofDay: 'd', ofReference: 'r', position: 'q' }),
    6,
  ],
])('%s', (_what, before, after, units) => {
  expect(indexUnitsOf(before, after)).toBe(units);
});

test('an entry counts by its own size, not by that of its item', () => {
  // pk 2 + 11, sk 2 + 19, position 8 + 1, ofDay 5 + 976: 1,024 bytes, and one more.
  const full = 'x'.repeat(976);
  const long = { text: 'y'.repeat(50_000) };
  expect(indexUnitsOf(undefined, inHour(full, long))).toBe(1);
  expect(indexUnitsOf(undefined, inHour(`${full}x`, long))).toBe(2);
  // Two that delete, one that puts.
  expect(indexUnitsOf(inHour(`${full}x`), inHour('T11#1'))).toBe(3);
});

test('a meter counts the units of the table and those of its indexes apart, those of a transaction twice', async () => {
  const memory = new MemoryTable();
  const { send } = memoryClientOf(memory, 't');
  const meter = meterOf(memory, send as Parameters<typeof meterOf>[1]);
  const asked = (name: string, input: object) => meter.send({ constructor: { name }, input });
  await asked('PutItemCommand', { TableName: 't', Item: inHour('T10#1') });
  expect([meter.writes(), meter.indexWrites()]).toEqual([1, 1]);
  const Put = { TableName: 't', Item: inHour('T11#1', { text: 'y'.repeat(1_500) }) };
  await asked('TransactWriteItemsCommand', { TransactItems: [{ Put }] });
  expect([meter.writes(), meter.indexWrites(), meter.calls()]).toEqual([1 + 2 * 2, 1 + 2 * 2, 2]);
});
