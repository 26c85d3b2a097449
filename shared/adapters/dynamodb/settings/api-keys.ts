import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { ApiKeys } from '#shared/app/keys/api-keys.port.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import { apiKeyKey } from '../keys.ts';
import { apiKeyOf } from '../plain.ts';
import { getItem, isConditionFailed, reach, type Table, toImage } from '../table.ts';

const notThere = 'attribute_not_exists(pk)';
const isThere = 'attribute_exists(pk)';
const stillInUse = 'attribute_not_exists(revokedAt)';
const unreachable = (cause: unknown) => dependencyUnavailable('The store of API keys', cause);

/** `undefined` when the condition did not hold. */
const unlessRefused = async <T>(call: Promise<T>): Promise<T | undefined> => {
  try {
    return await reach(call, unreachable);
  } catch (error) {
    if (isConditionFailed(error)) return undefined;
    throw error;
  }
};

/** API keys on DynamoDB, never their secrets. A key's id is used once. */
export const apiKeysOf = (table: Table): ApiKeys => ({
  put: async (key) => {
    const item = { ...apiKeyKey(key.apiKeyId), entity: 'api-key', v: 1, ...key };
    const put = new PutItemCommand({ TableName: table.tableName, Item: toImage(item), ConditionExpression: notThere });
    if ((await unlessRefused(table.client.send(put))) === undefined) throw concurrentChange();
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
    return (await unlessRefused(table.client.send(revocation))) !== undefined;
  },
});
