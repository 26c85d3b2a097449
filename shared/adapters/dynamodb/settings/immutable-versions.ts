import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { versionImmutable } from '#shared/domain/failure.ts';
import type { Key } from '../keys.ts';
import {
  getItem,
  type Item,
  isConditionFailed,
  reach,
  type Table,
  toImage,
  toItem,
  type Unreachable,
} from '../table.ts';

/** Versions kept by one process; each is some kilobytes. */
const MOST_KEPT = 500;

const notThere = 'attribute_not_exists(pk)';

/** Versions that never change: read once and kept in the process, put once with their content hash. */
export interface ImmutableVersions<V> {
  get(key: Key): Promise<V | undefined>;
  /** Throws `version-immutable` when another content lies under the key. */
  put(item: Key & { readonly sha256: string }): Promise<'stored' | 'already-stored'>;
}

/** Immutable versions on DynamoDB; `parse` turns an item into the domain's value. One not found is asked for again. */
export const immutableVersionsOf = <V>(
  table: Table,
  parse: (item: Item) => V,
  unreachable: Unreachable,
): ImmutableVersions<V> => {
  const kept = new Map<string, V>();
  const keep = (name: string, version: V): V => {
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(name, version);
    return version;
  };
  return {
    get: async (key) => {
      const name = `${key.pk}/${key.sk}`;
      const found = kept.get(name);
      if (found !== undefined) return found;
      const item = await getItem(table, key, unreachable);
      return item === undefined ? undefined : keep(name, parse(item));
    },
    put: async (item) => {
      const put = new PutItemCommand({
        TableName: table.tableName,
        Item: toImage(item),
        ConditionExpression: notThere,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      try {
        await reach(table.client.send(put), unreachable);
        return 'stored';
      } catch (error) {
        if (!isConditionFailed(error) || error.Item === undefined) throw error;
        if (toItem(error.Item).sha256 === item.sha256) return 'already-stored';
        throw versionImmutable();
      }
    },
  };
};
