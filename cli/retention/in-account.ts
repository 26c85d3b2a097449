import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
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

/** Objects of a bucket, with when each was written. */
export type ListedObjects = AsyncIterable<{ readonly key: string; readonly writtenAt: string }>;

async function* objectsIn(client: S3Client, Bucket: string): ListedObjects {
  let after: string | undefined;
  do {
    const list = new ListObjectsV2Command({ Bucket, StartAfter: after });
    const { Contents = [], IsTruncated } = await client.send(list);
    for (const { Key = '', LastModified } of Contents)
      yield { key: Key, writtenAt: (LastModified ?? new Date(0)).toISOString() };
    after = IsTruncated ? Contents.at(-1)?.Key : undefined;
  } while (after !== undefined);
}

/** The table of a stage in the account that the credentials of this shell open. */
export const tableInAccount = async (stage: string, region: string): Promise<Table> => {
  const tableName = await linkOf({ stage, region }, 'table-name');
  return { client: new DynamoDBClient({ region }), tableName };
};

/** The table and the uploads of a stage in the account that the credentials of this shell open. */
export const storedInAccount = async (stage: string, region: string) => {
  const table = await tableInAccount(stage, region);
  const uploads = await linkOf({ stage, region }, 'upload-bucket-name');
  const client = new S3Client({ region, forcePathStyle: true });
  return {
    table,
    uploads: objectsIn(client, uploads),
  };
};
