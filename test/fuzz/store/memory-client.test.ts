import type { ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { READS } from './memory-client.ts';
import { MemoryTable } from './memory-table.ts';

const scan = (asked: Partial<ScanCommandInput>): unknown => READS.ScanCommand?.(new MemoryTable(), asked);

test('a scan of the whole table is answered', () => {
  expect(scan({ TableName: 't', ConsistentRead: true, Limit: undefined })).toEqual({ Items: [] });
});

test.each([
  ['a filter', { FilterExpression: 'sk = :s' }],
  ['a page', { Limit: 1 }],
  ['the page after', { ExclusiveStartKey: { pk: { S: 'p' }, sk: { S: 's' } } }],
  ['an index', { IndexName: 'MessagesOfContact' }],
  ['a count', { Select: 'COUNT' }],
  ['some attributes', { ProjectionExpression: 'pk' }],
] as const)('%s is refused, for the table in memory would answer with everything', (_, asked) => {
  expect(() => scan(asked)).toThrow(Object.keys(asked)[0]);
});
