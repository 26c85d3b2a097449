import type { ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { READS } from './memory-client.ts';
import { MemoryTable } from './memory-table.ts';
import { outcomeOf } from './outcome.ts';

const scan = (asked: Partial<ScanCommandInput>): unknown => READS.ScanCommand?.(new MemoryTable(), asked);

test('a scan of an empty table is answered', () => {
  expect(scan({ TableName: 't', ConsistentRead: true, Limit: undefined })).toEqual({ Items: [], Count: 0 });
});

test.each([
  ['an index', { IndexName: 'MessagesOfContact' }],
  ['a count', { Select: 'COUNT' }],
  ['a segment', { Segment: 0, TotalSegments: 2 }],
] as const)('%s is refused, for the table in memory would answer with everything', (_, asked) => {
  expect(() => scan(asked)).toThrow(Object.keys(asked)[0]);
});

test('a query that counts is answered without items, and is compared by its count; a batch by its items, in any order', async () => {
  const table = new MemoryTable();
  const key = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk } });
  for (const sk of ['a', 'b']) table.put({ TableName: 't', Item: key(sk) });
  const counting = {
    TableName: 't',
    KeyConditionExpression: 'pk = :p',
    ExpressionAttributeValues: { ':p': { S: 'p' } },
  };
  const count = await outcomeOf(() => table.query({ ...counting, Select: 'COUNT' }));
  expect(count).toEqual({ Count: 2 });
  const batch = (...sks: readonly string[]) =>
    outcomeOf(() => table.batchGet({ RequestItems: { t: { Keys: sks.map(key) } } }));
  expect(await batch('b', 'a')).toEqual(await batch('a', 'b'));
  expect(await batch('a', 'b')).not.toEqual(await batch('a', 'c'));
});

test('what was folded reads as it was, is written to as it was, and is folded again', () => {
  const table = new MemoryTable();
  const put = (pk: string, sk: string, of: number) =>
    table.put({
      TableName: 't',
      Item: { pk: { S: pk }, sk: { S: sk }, of: { N: String(of) }, b: { B: Uint8Array.of(of) } },
    });
  for (const [index, sk] of ['b', 'a', 'c'].entries()) put('small', sk, index);
  for (let index = 0; index < 5; index += 1) put('large', String(index), index);
  const whole = [...table.items()];
  table.foldUpTo(3);
  expect([...table.items()]).toStrictEqual(whole);
  table.foldUpTo(3);
  put('small', 'b', 9);
  const of = { TableName: 't', KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': { S: 'small' } } };
  expect(table.query(of).Items?.map(({ sk, of }) => [sk?.S, of?.N])).toEqual([
    ['a', '1'],
    ['b', '9'],
    ['c', '2'],
  ]);
  table.foldUpTo(3);
  table.undoTo(8);
  expect([...table.items()]).toStrictEqual(whole);
});
