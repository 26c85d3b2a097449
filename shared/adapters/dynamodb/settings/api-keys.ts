import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { ApiKeys } from '#shared/app/keys/api-keys.port.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import { holds, storeIfAbsent } from '../conditional.ts';
import { apiKeyKey } from '../keys.ts';
import { apiKeyOf } from '../plain.ts';
import { getItem, type Table, toImage } from '../table.ts';

const isThere = 'attribute_exists(pk)';
const stillInUse = 'attribute_not_exists(revokedAt)';
const unreachable = (cause: unknown) => dependencyUnavailable('The store of API keys', cause);

/** API keys on DynamoDB, never their secrets. A key's id is used once. */
export const apiKeysOf = (table: Table): ApiKeys => ({
  put: async (key) => {
    const item = { ...apiKeyKey(key.apiKeyId), entity: 'api-key', v: 1, ...key };
    if ((await storeIfAbsent(table, item, unreachable)) !== undefined) throw concurrentChange();
  },
  get: async (apiKeyId) => {
    const item = await getItem(table, apiKeyKey(apiKeyId), unreachable);
    return item === undefined ? undefined : apiKeyOf(item);
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
