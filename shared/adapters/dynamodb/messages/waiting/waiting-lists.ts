import { DeleteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { WaitingCounts } from '#shared/app/reviews/waiting-counts.port.ts';
import type { DecidedReview, WaitingLists, WaitingWalk } from '#shared/app/reviews/waiting-lists.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { findStored } from '#shared/domain/read-stored.ts';
import { holds } from '../../conditional.ts';
import { DecidedItem, WaitingItem } from '../../items.ts';
import { DECIDED, decidedKey, WAITING_SHARDS, waitingPk } from '../../keys.ts';
import { removeItems } from '../../remove-items.ts';
import { type Image, orUnreachable, partition, queryItems, type Table, toImage, toItem } from '../../table.ts';
import { countWaitingRecipients } from './waiting-recipients.ts';

/** Messages put back between two removals; also what one BatchWriteItem takes. */
const PAGE = 25;

const unchanged = '#number = :number';
const unreachable = (cause: unknown) => dependencyUnavailable('The lists of waiting messages', cause);

/** The next messages of a shard after one, and whether any may follow. */
const pageAfter = async (table: Table, pk: string, last: Image | undefined) => {
  const query = new QueryCommand({
    TableName: table.tableName,
    ...partition(pk),
    Limit: PAGE,
    ExclusiveStartKey: last,
  });
  const answer = await orUnreachable(table.client.send(query), unreachable);
  const found = answer.Items ?? [];
  const items = found.flatMap((image) => findStored(WaitingItem, toItem(image)) ?? []);
  return { items, unreadable: found.length - items.length, next: answer.LastEvaluatedKey };
};

/** A shard on its way: where its next page begins, until it has none. */
interface Shard {
  readonly pk: string;
  readonly next: Image | undefined;
}

/** One page: what was put back is removed after it, so that a crash repeats at most this page. */
const releasePage = async (table: Table, { pk, next }: Shard, { covers, release }: WaitingWalk) => {
  const page = await pageAfter(table, pk, next);
  const { unreadable } = page;
  const covered = page.items.filter(covers);
  await release(covered.map(({ advertiserId, messageId }) => ({ advertiserId, messageId })));
  await removeItems(table, covered, unreachable);
  return { released: covered.length, unreadable, rest: page.next === undefined ? [] : [{ pk, next: page.next }] };
};

const removeDecided = async (table: Table, decided: DecidedReview): Promise<void> => {
  const remove = new DeleteItemCommand({
    TableName: table.tableName,
    Key: toImage(decidedKey(decided)),
    ConditionExpression: unchanged,
    ExpressionAttributeNames: { '#number': 'number' },
    ExpressionAttributeValues: toImage({ ':number': decided.number }),
  });
  // Where the condition does not hold, it was decided again, or another run removed it: the next run looks.
  await holds(table.client.send(remove), unreachable);
};

/** The messages that wait on a cause, in 16 partitions, so that a million may be put and taken without a hot one. */
export const waitingListsOf = (table: Table): WaitingLists => ({
  listDecided: async () => {
    const items = await queryItems(table, partition(DECIDED), unreachable);
    const decided = items.flatMap((item) => findStored(DecidedItem, item) ?? []);
    return {
      decided: decided.map(({ advertiserId, reviewId, number }) => ({ advertiserId, reviewId, number })),
      unreadable: items.length - decided.length,
    };
  },
  releaseWaiting: async function* (access, decided, walk) {
    let shards: readonly Shard[] = Array.from({ length: WAITING_SHARDS }, (_, shard) => ({
      pk: waitingPk(access, decided.reviewId, shard),
      next: undefined,
    }));
    let unreadable = 0;
    while (shards.length > 0) {
      const pages = await Promise.all(shards.map((shard) => releasePage(table, shard, walk)));
      shards = pages.flatMap(({ rest }) => rest);
      unreadable += pages.reduce((sum, page) => sum + page.unreadable, 0);
      yield pages.reduce((sum, { released }) => sum + released, 0);
    }
    if (unreadable > 0) throw new Error(`${unreadable} waiting entries are not in their schema`);
    await removeDecided(table, decided);
  },
});

/** How many items a partition holds: read page by page, no item is carried. */
const countOf = async (table: Table, pk: string): Promise<number> => {
  let count = 0;
  let start: Image | undefined;
  do {
    const query = new QueryCommand({
      TableName: table.tableName,
      ...partition(pk),
      Select: 'COUNT',
      ExclusiveStartKey: start,
    });
    const answer = await orUnreachable(table.client.send(query), unreachable);
    count += answer.Count ?? 0;
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return count;
};

/** The same, counted, with the recipients of campaigns that wait on the cause. */
export const waitingCountsOf = (table: Table): WaitingCounts => ({
  count: async (access, reviewId) => {
    const shards = Array.from({ length: WAITING_SHARDS }, (_, shard) => waitingPk(access, reviewId, shard));
    const counts = await Promise.all(shards.map((pk) => countOf(table, pk)));
    const recipients = await countWaitingRecipients(table, access, reviewId);
    return counts.reduce((sum, count) => sum + count, recipients);
  },
});
