import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';

interface Command {
  readonly constructor: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: the input of any command.
  readonly input: any;
}

/** A table in memory, for adapters that take a client of DynamoDB (`test/contract/memory-table.test.ts` holds it to the real one). */
export const tableInMemory = (): Table => {
  const table = new MemoryTable();
  // biome-ignore lint/suspicious/noExplicitAny: the input of any command.
  const answers: Readonly<Record<string, (input: any) => unknown>> = {
    GetItemCommand: table.getItem,
    PutItemCommand: table.put,
    UpdateItemCommand: table.update,
    DeleteItemCommand: table.delete,
    QueryCommand: table.query,
    BatchGetItemCommand: table.batchGet,
    BatchWriteItemCommand: table.batchWrite,
    TransactWriteItemsCommand: table.transact,
  };
  const send = async ({ constructor: { name }, input }: Command) => {
    const answer = answers[name];
    if (answer === undefined) throw new Error(`nothing in memory answers ${name}`);
    return answer(input);
  };
  return { tableName: 'in-memory', client: { send, destroy: () => undefined } as unknown as DynamoDBClient };
};
