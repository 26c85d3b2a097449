import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { getItem, type Image, type Table, toItem } from '#shared/adapters/dynamodb/table.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { linkOf } from '../after/deployment.ts';
import type { ScannedTable } from './scan.ts';

/** A table as the scan reads it: each page strongly consistent. `limit`: items of a page; DynamoDB's own megabyte where absent. */
export const scannedTable = (table: Table, limit?: number): ScannedTable => ({
  pages: async function* () {
    let start: Image | undefined;
    do {
      const scan = new ScanCommand({
        TableName: table.tableName,
        ConsistentRead: true,
        Limit: limit,
        ExclusiveStartKey: start,
      });
      const { Items = [], LastEvaluatedKey } = await table.client.send(scan);
      yield Items.map(toItem);
      start = LastEvaluatedKey;
    } while (start !== undefined);
  },
  get: (pk, sk) => getItem(table, { pk, sk }, (cause) => dependencyUnavailable('The table', cause)),
});

/** The table of a stage in the account that the credentials of this shell open. */
export const tableInAccount = async (stage: string, region: string): Promise<Table> => {
  const tableName = await linkOf({ stage, region }, 'table-name');
  return { client: new DynamoDBClient({ region }), tableName };
};
