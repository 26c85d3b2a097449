import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { memoryClientOf } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';

/** A table in memory, for adapters that take a client of DynamoDB (`test/contract/memory-table.test.ts` holds it to the real one). */
export const tableInMemory = (): Table => {
  const tableName = 'in-memory';
  const client = memoryClientOf(new MemoryTable(), tableName);
  return { tableName, client: client as unknown as DynamoDBClient };
};
