import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { BootFailure } from '../boot/boot-failure.ts';
import { REGION } from '../template/attributes.ts';

/** Where a stack finds its tables, and the access key by which they are found. */
export interface OwnStore {
  readonly url: string;
  readonly accessKeyId: string;
  stop(): Promise<void>;
}

const newKey = () => `stack${randomBytes(8).toString('hex')}`;

/** What is done with a client of one access key. */
const by = async <T>(url: string, accessKeyId: string, work: (client: DynamoDBClient) => Promise<T>): Promise<T> => {
  const credentials = { accessKeyId, secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: url, region: REGION, credentials });
  try {
    return await work(client);
  } finally {
    client.destroy();
  }
};

const removeTables = (url: string, accessKeyId: string): Promise<void> =>
  by(url, accessKeyId, async (client) => {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    for (const TableName of TableNames) await client.send(new DeleteTableCommand({ TableName }));
  });

/** Whether a table of one access key is found by another, as with `-sharedDb`. The table is gone afterwards. */
const isShared = async (url: string): Promise<boolean> => {
  const TableName = newKey();
  return by(url, TableName, async (client) => {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    const { TableNames = [] } = await by(url, newKey(), (other) => other.send(new ListTablesCommand({})));
    await client.send(new DeleteTableCommand({ TableName }));
    return TableNames.length > 0;
  });
};

/**
 * A part of a DynamoDB Local that runs and keeps what each access key has apart: nobody else's tables are in it. It goes when it is stopped. Throws
 * `BootFailure` where all keys have the same tables: those of others would go with it.
 */
export const storeIn = async (url: string): Promise<OwnStore> => {
  if (await isShared(url))
    throw new BootFailure('This DynamoDB Local has one set of tables for all: start it without -sharedDb.');
  const accessKeyId = newKey();
  return { url, accessKeyId, stop: () => removeTables(url, accessKeyId) };
};
