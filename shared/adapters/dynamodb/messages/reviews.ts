import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Reviews } from '#shared/app/reviews/reviews.port.ts';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import { concurrentChange, dependencyUnavailable } from '#shared/domain/failure.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { type Review, type ReviewDecision, type ReviewId, reviewIdOf } from '#shared/domain/review/review.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { putIfAbsent, storeIfAbsent } from '../conditional.ts';
import { decidedKey, reviewDecisionKey, reviewKey, reviewsPk, shardOfWaiting, waitingKey } from '../keys.ts';
import { reviewOf } from '../plain.ts';
import { getItem, isCancelled, partition, queryItems, reach, type Table, toImage } from '../table.ts';

const sameLatest = 'decision.#number = :seen';
const undecided = 'attribute_exists(pk) AND attribute_not_exists(decision)';

/** A waiting entry outlives its message by this: TTL deletes late, and never early. */
const DAYS_AFTER_VALIDITY = 1;

const unreachable = (cause: unknown) => dependencyUnavailable('The store of reviews', cause);

const read = async (table: Table, scope: AdvertiserScope, reviewId: ReviewId): Promise<Review | undefined> => {
  const item = await getItem(table, reviewKey(scope, reviewId), unreachable);
  return item === undefined ? undefined : reviewOf(item);
};

const open: (table: Table) => Reviews['open'] = (table) => async (scope, cause, openedAt) => {
  const reviewId = reviewIdOf(scope.advertiserId, cause);
  const review: Review = { advertiserId: scope.advertiserId, reviewId, cause, openedAt };
  await storeIfAbsent(table, { ...reviewKey(scope, reviewId), entity: 'review', v: 1, ...review }, unreachable);
};

/** The latest decision on the review, the decision itself for good, and the release of those that wait: all or nothing. */
const decisionWrites = (tableName: string, scope: AdvertiserScope, review: Review, decision: ReviewDecision) => {
  const { reviewId, advertiserId } = review;
  const seen = review.decision?.number;
  const decided = { ...decidedKey(review), entity: 'review-decided', v: 1, advertiserId, reviewId };
  return [
    {
      Update: {
        TableName: tableName,
        Key: toImage(reviewKey(scope, reviewId)),
        UpdateExpression: 'SET decision = :decision',
        ConditionExpression: seen === undefined ? undecided : sameLatest,
        ...(seen === undefined ? {} : { ExpressionAttributeNames: { '#number': 'number' } }),
        ExpressionAttributeValues: toImage({
          ':decision': decision,
          ...(seen === undefined ? {} : { ':seen': seen }),
        }),
      },
    },
    {
      Put: putIfAbsent(tableName, {
        ...reviewDecisionKey(scope, reviewId, decision.number),
        entity: 'review-decision',
        v: 1,
        advertiserId,
        reviewId,
        cause: review.cause,
        decision,
      }),
    },
    { Put: { TableName: tableName, Item: toImage({ ...decided, number: decision.number }) } },
  ];
};

/** Reviews on DynamoDB: one item a cause, each decision beside it for good, messages waiting in 16 partitions a cause. */
export const reviewsOf = (table: Table): Reviews => ({
  find: (scope, cause) => read(table, scope, reviewIdOf(scope.advertiserId, cause)),
  get: (scope, reviewId) => read(table, scope, reviewId),
  open: open(table),
  list: async (scope) => {
    const items = await queryItems(table, partition(reviewsPk(scope)), unreachable);
    return items.map(reviewOf).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  },
  decide: async (scope, review, decision) => {
    const transaction = new TransactWriteItemsCommand({
      TransactItems: decisionWrites(table.tableName, scope, review, decision),
      ClientRequestToken: sha256OfJson([table.tableName, scope.advertiserId, review.reviewId, decision]).slice(0, 36),
    });
    try {
      await reach(table.client.send(transaction), unreachable);
    } catch (error) {
      if (isCancelled(error)) throw concurrentChange();
      throw error;
    }
    return { ...review, decision };
  },
  wait: async (scope, cause, { messageId, channel, offerCategory, validUntil }) => {
    const reviewId = reviewIdOf(scope.advertiserId, cause);
    const expiresAt = epochSeconds(addDays(validUntil, DAYS_AFTER_VALIDITY));
    const key = waitingKey(scope, reviewId, shardOfWaiting(messageId), messageId);
    const facts = { advertiserId: scope.advertiserId, messageId, channel, offerCategory };
    const item = { ...key, entity: 'waiting', v: 1, ...facts, expiresAt };
    await reach(
      table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) })),
      unreachable,
    );
  },
});
