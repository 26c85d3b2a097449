import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Key } from '#shared/adapters/dynamodb/keys.ts';
import { readItems } from '#shared/adapters/dynamodb/read-items.ts';
import { type Image, type Table, toImage, toItem } from '#shared/adapters/dynamodb/table.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of tests', cause);
const keysOf = (count: number): Key[] => Array.from({ length: count }, (_, index) => ({ pk: `P#${index}`, sk: 'S' }));

/** A table that answers each request with as many items as it is told, and gives the other keys back. */
const answering = (counts: readonly number[]): { readonly table: Table; readonly asked: number[] } => {
  const asked: number[] = [];
  const send = async (command: BatchGetItemCommand) => {
    expect(command).toBeInstanceOf(BatchGetItemCommand);
    const keys: readonly Image[] = command.input.RequestItems?.table?.Keys ?? [];
    const taken = counts[asked.push(keys.length) - 1] ?? keys.length;
    const Responses = { table: keys.slice(0, taken).map((key) => toImage({ ...toItem(key), there: true })) };
    return { Responses, UnprocessedKeys: taken < keys.length ? { table: { Keys: keys.slice(taken) } } : {} };
  };
  return { table: { client: { send } as unknown as DynamoDBClient, tableName: 'table' }, asked };
};

describe('readItems', () => {
  test('asks for nothing when there are no keys', async () => {
    const { table, asked } = answering([]);
    expect(await readItems(table, [], unreachable)).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('asks for a hundred keys at a time, and again for those that came back', async () => {
    const { table, asked } = answering([100, 0, 0, 20, 0, 10]);
    const read = await readItems(table, keysOf(150), unreachable);
    expect(read.map(({ pk }) => pk)).toEqual(keysOf(150).map(({ pk }) => pk));
    expect(asked).toEqual([100, 50, 50, 50, 30, 30, 20]);
  });

  test('is an outage after five answers in a row that brought nothing', async () => {
    const { table, asked } = answering([3, 0, 0, 0, 0, 0]);
    await expect(readItems(table, keysOf(9), unreachable)).rejects.toMatchObject({ code: 'dependency-unavailable' });
    expect(asked).toHaveLength(6);
  });
});
