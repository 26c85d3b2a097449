import {
  QueryCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { ApiKeys } from '#shared/app/keys/api-keys.port.ts';
import { type ApiKey, ROOT_KEY_ID } from '#shared/domain/advertiser/api-key.ts';
import { callerEnded } from '#shared/domain/advertiser/key-failures.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { cancelledBy, holds, putIfAbsent } from '../conditional.ts';
import { API_KEYS, apiKeyKey, createdKeyKey, createdKeys, listedApiKeyKey } from '../deployment-keys.ts';
import { CreatedApiKeyItem, ListedApiKeyItem } from '../items.ts';
import { between, orUnreachable, partition, queryItems, type Table, toImage, toItem } from '../table.ts';
import { readsApiKey, keysUnreachable as unreachable } from './read-api-key.ts';

const isThere = 'attribute_exists(pk)';
const notRevoked = 'attribute_not_exists(revokedAt)';
const notExpired = '(attribute_not_exists(expiresAt) OR expiresAt > :now)';
const endsNoEarlier = '(attribute_not_exists(expiresAt) OR expiresAt >= :end)';

const READS_AT_ONCE = 16;

/** The creator works now. */
const creatorWorks = ({ tableName }: Table, createdBy: string, now: Instant): TransactWriteItem => ({
  ConditionCheck: {
    TableName: tableName,
    Key: toImage(apiKeyKey(createdBy)),
    ConditionExpression: [isThere, notRevoked, notExpired].join(' AND '),
    ExpressionAttributeValues: toImage({ ':now': now }),
  },
});

/** The replaced key ends, and was not ended otherwise meanwhile. Of a key that replaces itself, this is also the creator. */
const replacedEnds = ({ tableName }: Table, replaced: string, end: Instant): TransactWriteItem => ({
  Update: {
    TableName: tableName,
    Key: toImage(apiKeyKey(replaced)),
    UpdateExpression: 'SET expiresAt = :end',
    ConditionExpression: [isThere, notRevoked, endsNoEarlier].join(' AND '),
    ExpressionAttributeValues: toImage({ ':end': end }),
  },
});

const itemsOf = (key: ApiKey, createdBy: string) => [
  { ...apiKeyKey(key.apiKeyId), entity: 'api-key', v: 1, ...key },
  { ...listedApiKeyKey(key.apiKeyId), entity: 'listed-api-key', v: 1, apiKeyId: key.apiKeyId },
  // The root key is never revoked here: nobody asks what it created.
  ...(createdBy === ROOT_KEY_ID
    ? []
    : [{ ...createdKeyKey(createdBy, key.apiKeyId), entity: 'created-api-key', v: 1, apiKeyId: key.apiKeyId }]),
];

const put =
  (table: Table): ApiKeys['put'] =>
  async (key, endsAt) => {
    const { createdBy = ROOT_KEY_ID, replaces } = key;
    const asksOfCreator = createdBy !== ROOT_KEY_ID && createdBy !== replaces;
    const checks = asksOfCreator ? [creatorWorks(table, createdBy, key.createdAt)] : [];
    const ends = replaces === undefined || endsAt === undefined ? [] : [replacedEnds(table, replaces, endsAt)];
    const puts = itemsOf(key, createdBy).map((item) => ({ Put: putIfAbsent(table.tableName, item) }));
    const items = [...checks, ...ends, ...puts];
    const token = sha256OfJson(items).slice(0, 36);
    const transaction = new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: token });
    const reasons = await cancelledBy(table.client.send(transaction), unreachable);
    if (reasons === undefined) return;
    throw asksOfCreator && reasons[0]?.Code === 'ConditionalCheckFailed' ? callerEnded() : concurrentChange();
  };

/** One attribute of a key that is there, where the condition holds. */
const setInstant = (table: Table, apiKeyId: string, name: 'revokedAt' | 'lastUsedAt', at: Instant) =>
  holds(
    table.client.send(
      new UpdateItemCommand({
        TableName: table.tableName,
        Key: toImage(apiKeyKey(apiKeyId)),
        UpdateExpression: `SET ${name} = :at`,
        ConditionExpression: [isThere, notRevoked].join(' AND '),
        ExpressionAttributeValues: toImage({ ':at': at }),
      }),
    ),
    unreachable,
  );

/** API keys on DynamoDB, never their secrets. A key's id is used once. */
export const apiKeysOf = (table: Table): ApiKeys => {
  const { get } = readsApiKey(table);
  return {
    put: put(table),
    get,
    list: async ({ limit, after }) => {
      const query = new QueryCommand({
        TableName: table.tableName,
        ...partition(API_KEYS),
        Limit: limit,
        ...(after === undefined ? {} : { ExclusiveStartKey: toImage(listedApiKeyKey(after)) }),
      });
      const { Items = [], LastEvaluatedKey } = await orUnreachable(table.client.send(query), unreachable);
      const ids = Items.map((image) => readStored(ListedApiKeyItem, toItem(image)).apiKeyId);
      const keys = await atMost(READS_AT_ONCE, ids, get);
      const next = LastEvaluatedKey === undefined ? undefined : ids.at(-1);
      return { items: keys.filter((key) => key !== undefined), ...(next === undefined ? {} : { next }) };
    },
    createdBy: async (apiKeyId) => {
      const items = await queryItems(table, between(createdKeys(apiKeyId)), unreachable);
      return items.map((item) => readStored(CreatedApiKeyItem, item).apiKeyId);
    },
    revoke: async (apiKeyId, at) => void (await setInstant(table, apiKeyId, 'revokedAt', at)),
    noteUse: async (apiKeyId, at) => void (await setInstant(table, apiKeyId, 'lastUsedAt', at)),
  };
};
