import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Vault } from '#shared/adapters/crypto/vault.ts';
import { audienceIndexOf } from '#shared/adapters/dynamodb/audience/audience-index.ts';
import { INDEXED_ITEMS, indexedItemOf } from '#shared/adapters/dynamodb/audience/indexed-items.ts';
import { profilesOf } from '#shared/adapters/dynamodb/audience/profiles.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { IndexedItem } from '#shared/app/audience/audience-index.port.ts';
import type { LabelPorts } from '#shared/app/audience/open-labels.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { deploymentInAccount, portsOf } from './keys/in-account.ts';

/** Items of the table, a page at a time, and what makes the index right around each. */
export interface IndexToRebuild {
  /** `next` absent: the table ends here. */
  page(
    after: string | undefined,
  ): Promise<{ readonly items: readonly IndexedItem[]; readonly next?: string | undefined }>;
  readonly ports: LabelPorts;
}

type Position = Record<string, AttributeValue>;
const cursorOf = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');
const positionAt = (cursor: string): Position => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new Error('--after takes what this command wrote when it stopped.');
  }
};

const clock = { now: () => new Date().toISOString() as Instant };

/** The index in a table. No function may scan one: the operator may. `limit`: items of a page that are looked at; DynamoDB's own megabyte where absent. */
export const indexToRebuild = (table: Table, vault: Vault, limit?: number): IndexToRebuild => ({
  page: async (after) => {
    const scan = new ScanCommand({
      TableName: table.tableName,
      ...INDEXED_ITEMS,
      ConsistentRead: true,
      Limit: limit,
      ExclusiveStartKey: after === undefined ? undefined : positionAt(after),
    });
    const { Items = [], LastEvaluatedKey } = await table.client.send(scan);
    const items = Items.flatMap((image) => indexedItemOf(image) ?? []);
    return { items, next: LastEvaluatedKey && cursorOf(LastEvaluatedKey) };
  },
  ports: {
    audienceIndex: audienceIndexOf({ ...table, clock }),
    advertisers: advertisersOf({ ...table, clock }),
    profiles: profilesOf({ ...table, vault, clock }),
  },
});

/** The same of a stage in the account that the credentials of this shell open. */
export const indexInAccount = async (stage: string, region: string): Promise<IndexToRebuild> => {
  const deployment = await deploymentInAccount(stage, region);
  const { vault } = await portsOf(deployment);
  return indexToRebuild(deployment.table, vault);
};
