import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Pause } from '#shared/app/pause.port.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { orUnavailable, type Unreachable } from '../or-unavailable.ts';
import type { Key } from './keys.ts';

/** An item as DynamoDB's wire carries it, and as plain values. */
export type Image = Record<string, AttributeValue>;
export type Item = Record<string, unknown>;

/** The table, and the client that reaches it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Waits between two tries; by the timer of this process unless said. */
  readonly pause?: Pause;
}

export const toImage = (item: object): Image => marshall(item, { removeUndefinedValues: true });
export const toItem = (image: Image): Item => unmarshall(image);

/** Our own mistakes: a request that DynamoDB calls malformed stays so however often it is sent. */
const IS_OURS = new Set(['ValidationException', 'SerializationException', 'ItemCollectionSizeLimitExceededException']);

/** A failed condition, which the caller reads; every other refusal is not. */
export const isConditionFailed = (error: unknown): error is ConditionalCheckFailedException =>
  error instanceof ConditionalCheckFailedException;
export const isCancelled = (error: unknown): error is TransactionCanceledException =>
  error instanceof TransactionCanceledException;

const isAnswer = (error: unknown): boolean =>
  isConditionFailed(error) || isCancelled(error) || (error instanceof Error && IS_OURS.has(error.name));

/** Waits for one call to DynamoDB; failed conditions and cancelled transactions are answers, for the caller to name. */
export const orUnreachable = <T>(call: Promise<T>, unreachable: Unreachable): Promise<T> =>
  orUnavailable(call, unreachable, isAnswer);

/** TTL deletes up to 48 h late: an item past its time is not there (P7). */
export const isExpired = (item: Item, clock: Clock): boolean =>
  typeof item.expiresAt === 'number' && item.expiresAt <= epochSeconds(clock.now());

/** One item by its key, strongly consistent; expired ones are returned, so that the caller decides. */
export const getItem = async (table: Table, key: Key, unreachable: Unreachable): Promise<Item | undefined> => {
  const get = new GetItemCommand({ TableName: table.tableName, Key: toImage(key), ConsistentRead: true });
  const { Item: image } = await orUnreachable(table.client.send(get), unreachable);
  return image === undefined ? undefined : toItem(image);
};

/** The pages of a Query, one at a time. */
export async function* queryPages(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
  unreachable: Unreachable,
): AsyncGenerator<readonly Item[]> {
  let start: Image | undefined;
  do {
    const page = new QueryCommand({ TableName: table.tableName, ...query, ExclusiveStartKey: start });
    const answer = await orUnreachable(table.client.send(page), unreachable);
    yield (answer.Items ?? []).map(toItem);
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
}

/** All items of a Query, page after page. */
export const queryItems = async (
  table: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
  unreachable: Unreachable,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for await (const page of queryPages(table, query, unreachable)) items.push(...page);
  return items;
};

/** The first item of a Query, and no more. */
export const firstItem = async (
  table: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
  unreachable: Unreachable,
): Promise<Item | undefined> => {
  const page = new QueryCommand({ TableName: table.tableName, ...query, Limit: 1 });
  const [image] = (await orUnreachable(table.client.send(page), unreachable)).Items ?? [];
  return image === undefined ? undefined : toItem(image);
};

/** A Query over a stretch of one partition, strongly consistent. */
export const between = (range: { readonly pk: string; readonly from: string; readonly to: string }) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: toImage({ ':pk': range.pk, ':from': range.from, ':to': range.to }),
  ConsistentRead: true,
});

/** A Query over a whole partition, strongly consistent. */
export const partition = (pk: string) => ({
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: toImage({ ':pk': pk }),
  ConsistentRead: true,
});
