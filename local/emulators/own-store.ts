import { randomBytes } from 'node:crypto';
import { DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { REGION } from '../template/attributes.ts';

/** Where a stack finds its tables, and the access key by which they are found. */
export interface OwnStore {
  readonly url: string;
  readonly accessKeyId: string;
  stop(): Promise<void>;
}

/** A part of a DynamoDB Local that runs and keeps what each access key has apart: nobody else's tables are in it. It goes when it is stopped. */
export const storeIn = (url: string): OwnStore => {
  const accessKeyId = `stack${randomBytes(8).toString('hex')}`;
  const stop = async () => {
    const credentials = { accessKeyId, secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: url, region: REGION, credentials });
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    for (const TableName of TableNames) await client.send(new DeleteTableCommand({ TableName }));
    client.destroy();
  };
  return { url, accessKeyId, stop };
};
