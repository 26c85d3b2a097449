import { createHash } from 'node:crypto';
import {
  type CancellationReason,
  PutItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '#shared/domain/ids.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import type { Unreachable } from '../or-unavailable.ts';
import { pause as pauseByTimer } from '../pause.ts';
import { storable, tooLargeToStore } from './item-size.ts';
import { type Item, isCancelled, isConditionFailed, orUnreachable, type Table, toImage, toItem } from './table.ts';

const isAbsent = 'attribute_not_exists(pk)';

/**
 * A put of an item if there is none under its key: a whole request, or the `Put` of a transaction. Throws
 * `payload-too-large` for one that DynamoDB cannot hold.
 */
export const putIfAbsent = (tableName: string, item: object) => ({
  TableName: tableName,
  Item: storable(toImage(item)),
  ConditionExpression: isAbsent,
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

/** Stores an item if there is none under its key. Resolves to `undefined`, or to the item that is there. */
export const storeIfAbsent = async (
  { client, tableName }: Table,
  item: object,
  unreachable: Unreachable,
): Promise<Item | undefined> =>
  orWhatIsThere(client.send(new PutItemCommand(putIfAbsent(tableName, item))), unreachable);

const orWhatIsThere = async (put: Promise<unknown>, unreachable: Unreachable): Promise<Item | undefined> => {
  try {
    await orUnreachable(put, unreachable);
    return undefined;
  } catch (error) {
    if (!isConditionFailed(error) || error.Item === undefined) throw error;
    return toItem(error.Item);
  }
};

/** The same where the one under its key may have ended at `now`, and is replaced then. */
export const storeUnlessLive = async (
  { client, tableName }: Table,
  item: object,
  now: Instant,
  unreachable: Unreachable,
): Promise<Item | undefined> => {
  const put = new PutItemCommand({
    ...putIfAbsent(tableName, item),
    ConditionExpression: `${isAbsent} OR expiresAt <= :now`,
    ExpressionAttributeValues: toImage({ ':now': epochSeconds(now) }),
  });
  return orWhatIsThere(client.send(put), unreachable);
};

const isAbsentOrDraft = `${isAbsent} OR draft = :true`;

/**
 * Stores an item where there is none under its key, or a draft, which it replaces. `before`: what was there, which is still
 * there where nothing was stored.
 */
export const storeUnlessFinal = async (
  { client, tableName }: Table,
  item: object,
  unreachable: Unreachable,
): Promise<{ readonly isStored: boolean; readonly before: Item | undefined }> => {
  const put = new PutItemCommand({
    ...putIfAbsent(tableName, item),
    ConditionExpression: isAbsentOrDraft,
    ExpressionAttributeValues: toImage({ ':true': true }),
    ReturnValues: 'ALL_OLD',
  });
  try {
    const { Attributes } = await orUnreachable(client.send(put), unreachable);
    return { isStored: true, before: Attributes && toItem(Attributes) };
  } catch (error) {
    if (!isConditionFailed(error) || error.Item === undefined) throw error;
    return { isStored: false, before: toItem(error.Item) };
  }
};

/** Sends a conditional write. True when its condition held, and it was written. */
export const holds = async (write: Promise<unknown>, unreachable: Unreachable): Promise<boolean> => {
  try {
    await orUnreachable(write, unreachable);
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
};

/** Cancelled because the table had no capacity left: no condition was found false. */
const IS_THROTTLED = new Set<string | undefined>(['ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Sends a transaction. `undefined`: it was written. Otherwise why it was cancelled, an entry for each write in their
 * order: a condition that was false, or another transaction on the same items. Throws the failure of `unreachable` for
 * one that was throttled, and `payload-too-large` where DynamoDB cannot hold one of its items.
 */
export const cancelledBy = async (
  transaction: Promise<unknown>,
  unreachable: Unreachable,
): Promise<readonly CancellationReason[] | undefined> => {
  try {
    await orUnreachable(transaction, unreachable);
    return undefined;
  } catch (error) {
    if (!isCancelled(error)) throw error;
    const reasons = error.CancellationReasons ?? [];
    if (reasons.some(({ Code }) => IS_THROTTLED.has(Code))) throw unreachable(error);
    if (reasons.some(({ Code }) => Code === 'ValidationError')) throw tooLargeToStore(error);
    return reasons;
  }
};

/** Tries of a transaction that others meet, and the longest wait before each: 20, 40, 80, 160, 320 ms. */
const TRIES = 6;
const FIRST_WAIT_MS = 20;

/** Two that met wait for shares of their own. */
const waitAfter = (lost: number, seed: string): number => {
  const share = createHash('sha256').update(`${seed}/${lost}`).digest().readUInt16BE() / 0x10000;
  return Math.ceil(share * FIRST_WAIT_MS * 2 ** (lost - 1));
};

/** Who tries, where two may write the same, and whether other transactions were met, so that it is tried again. */
interface Meeting {
  readonly seed?: string;
  readonly isMet: (reasons: readonly CancellationReason[]) => boolean;
}

/** Tries a transaction again, later each time, while others have an item of it; what `cancelledBy` says of the last try. */
export const cancelledAtLast = async (
  { client, pause = pauseByTimer }: Pick<Table, 'client' | 'pause'>,
  TransactItems: TransactWriteItem[],
  unreachable: Unreachable,
  { seed = '', isMet }: Meeting,
): Promise<readonly CancellationReason[] | undefined> => {
  for (let lost = 0; lost < TRIES; lost += 1) {
    if (lost > 0) await pause(waitAfter(lost, `${seed}/${JSON.stringify(TransactItems)}`));
    const reasons = await cancelledBy(client.send(new TransactWriteItemsCommand({ TransactItems })), unreachable);
    if (reasons === undefined || !isMet(reasons)) return reasons;
  }
  throw unreachable(undefined);
};

/**
 * Writes as one transaction, whose token says to DynamoDB that a try whose answer was lost was ours: as a plain write, the second try
 * of the client would find the condition false, by its own first one. True when the conditions held, and all of it was written; false when one did not. Where
 * other transactions have an item, it is tried again, later each time: then the conditions decide. `seed`: who tries, where two may
 * write the same.
 */
export const writtenOnce = async (
  table: Pick<Table, 'client' | 'pause'>,
  TransactItems: TransactWriteItem[],
  unreachable: Unreachable,
  seed = '',
): Promise<boolean> => {
  const isMet: Meeting['isMet'] = (reasons) => reasons.every(({ Code }) => Code !== 'ConditionalCheckFailed');
  return (await cancelledAtLast(table, TransactItems, unreachable, { seed, isMet })) === undefined;
};

/** The same of one conditional write. */
export const holdsOnce = (
  table: Pick<Table, 'client' | 'pause'>,
  write: TransactWriteItem,
  unreachable: Unreachable,
): Promise<boolean> => writtenOnce(table, [write], unreachable);
