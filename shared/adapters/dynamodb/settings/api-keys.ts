import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { ApiKeys } from '#shared/app/keys/api-keys.port.ts';
import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import { holds, storeIfAbsent } from '../conditional.ts';
import { ListedApiKeyItem } from '../items.ts';
import { API_KEYS, apiKeyKey, listedApiKeyKey } from '../keys.ts';
import { apiKeyOf } from '../plain.ts';
import { getItem, orUnreachable, partition, type Table, toImage, toItem } from '../table.ts';

const isThere = 'attribute_exists(pk)';
const stillInUse = 'attribute_not_exists(revokedAt)';
const unreachable = (cause: unknown) => dependencyUnavailable('The store of API keys', cause);

const READS_AT_ONCE = 16;

const read = async (table: Table, apiKeyId: string): Promise<ApiKey | undefined> => {
  const item = await getItem(table, apiKeyKey(apiKeyId), unreachable);
  return item === undefined ? undefined : apiKeyOf(item);
};

/** API keys on DynamoDB, never their secrets. A key's id is used once. */
export const apiKeysOf = (table: Table): ApiKeys => ({
  put: async (key) => {
    const listed = { ...listedApiKeyKey(key.apiKeyId), entity: 'listed-api-key', v: 1, apiKeyId: key.apiKeyId };
    await storeIfAbsent(table, listed, unreachable);
    const item = { ...apiKeyKey(key.apiKeyId), entity: 'api-key', v: 1, ...key };
    if ((await storeIfAbsent(table, item, unreachable)) !== undefined) throw concurrentChange();
  },
  get: (apiKeyId) => read(table, apiKeyId),
  list: async ({ limit, after }) => {
    const query = new QueryCommand({
      TableName: table.tableName,
      ...partition(API_KEYS),
      Limit: limit,
      ...(after === undefined ? {} : { ExclusiveStartKey: toImage(listedApiKeyKey(after)) }),
    });
    const { Items = [], LastEvaluatedKey } = await orUnreachable(table.client.send(query), unreachable);
    const ids = Items.map((image) => ListedApiKeyItem.parse(toItem(image)).apiKeyId);
    const keys = await atMost(READS_AT_ONCE, ids, (apiKeyId) => read(table, apiKeyId));
    const next = LastEvaluatedKey === undefined ? undefined : ids.at(-1);
    return { items: keys.filter((key) => key !== undefined), ...(next === undefined ? {} : { next }) };
  },
  revoke: async (apiKeyId, at) => {
    const revocation = new UpdateItemCommand({
      TableName: table.tableName,
      Key: toImage(apiKeyKey(apiKeyId)),
      UpdateExpression: 'SET revokedAt = :at',
      ConditionExpression: [isThere, stillInUse].join(' AND '),
      ExpressionAttributeValues: toImage({ ':at': at }),
    });
    return holds(table.client.send(revocation), unreachable);
  },
});
