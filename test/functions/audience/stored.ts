import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { type Item, type Table, toItem } from '#shared/adapters/dynamodb/table.ts';
import { dynamoDbClient } from '../../support/aws.ts';

/** The table of the world that the handlers of this test run in. */
export const tableOfWorld = (): Table => ({ client: dynamoDbClient(), tableName: process.env.TABLE_NAME ?? '' });

/** Every item in it. */
export const itemsOf = async ({ client, tableName }: Table): Promise<readonly Item[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  return Items.map(toItem);
};
