import { PutItemCommand, QueryCommand, TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Reviews } from '#shared/app/reviews/reviews.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { type Review, type ReviewDecision, type ReviewId, reviewIdOf } from '#shared/domain/review/review.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { reviewsAway } from '../../stores-away.ts';
import { cancelledBy, holds, putIfAbsent, storeIfAbsent } from '../conditional.ts';
import { decidedKey, reviewDecisionKey, reviewKey, reviewsPk, shardOfWaiting, waitingKey } from '../keys.ts';
import { reviewOf } from '../plain.ts';
import { getItem, orUnreachable, partition, type Table, toImage, toItem } from '../table.ts';

const sameLatest = 'decision.#number = :seen';
const undecided = 'attribute_exists(pk) AND attribute_not_exists(decision)';

/** A waiting entry is kept this long after the validity of its message: TTL deletes late, and never early. */
const DAYS_AFTER_VALIDITY = 1;

const read = async (table: Table, access: AdvertiserAccess, reviewId: ReviewId): Promise<Review | undefined> => {
  const item = await getItem(table, reviewKey(access, reviewId), reviewsAway);
  return item === undefined ? undefined : reviewOf(item);
};

const open: (table: Table) => Reviews['open'] = (table) => async (access, cause, openedAt) => {
  const reviewId = reviewIdOf(access.advertiserId, cause);
  const review: Review = { advertiserId: access.advertiserId, reviewId, cause, openedAt };
  await storeIfAbsent(table, { ...reviewKey(access, reviewId), entity: 'review', v: 1, ...review }, reviewsAway);
};

/** The latest complaint is what a human has to look at: an earlier one that is reported again changes nothing. */
const complain: (table: Table) => Reviews['complain'] = (table) => async (access, cause, at) => {
  await open(table)(access, cause, at);
  const update = new UpdateItemCommand({
    TableName: table.tableName,
    Key: toImage(reviewKey(access, reviewIdOf(access.advertiserId, cause))),
    UpdateExpression: 'SET complainedAt = :at',
    ConditionExpression: 'attribute_not_exists(complainedAt) OR complainedAt < :at',
    ExpressionAttributeValues: toImage({ ':at': at }),
  });
  await holds(table.client.send(update), reviewsAway);
};

/** The latest decision on the review, the decision itself for good, and the release of those that wait: all or nothing. */
const decisionWrites = (tableName: string, access: AdvertiserAccess, review: Review, decision: ReviewDecision) => {
  const { reviewId, advertiserId } = review;
  const seen = review.decision?.number;
  const decided = { ...decidedKey(review), entity: 'review-decided', v: 1, advertiserId, reviewId };
  return [
    {
      Update: {
        TableName: tableName,
        Key: toImage(reviewKey(access, reviewId)),
        // What a human read is not needed any more.
        UpdateExpression: `SET decision = :decision${review.reply === undefined ? '' : ' REMOVE reply.words'}`,
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
        ...reviewDecisionKey(access, reviewId, decision.number),
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

const listed = async (table: Table, access: AdvertiserAccess, { limit, after }: PageAsked): Promise<Page<Review>> => {
  const pk = reviewsPk(access);
  const query = new QueryCommand({
    TableName: table.tableName,
    ...partition(pk),
    Limit: limit,
    ...(after === undefined ? {} : { ExclusiveStartKey: toImage({ pk, sk: after }) }),
  });
  const { Items = [], LastEvaluatedKey } = await orUnreachable(table.client.send(query), reviewsAway);
  const items = Items.map(toItem).map(reviewOf);
  const next = items.at(-1)?.reviewId;
  return { items, ...(LastEvaluatedKey === undefined || next === undefined ? {} : { next }) };
};

/** Reviews on DynamoDB: one item a cause, each decision beside it for good, messages waiting in 16 partitions a cause. */
export const reviewsOf = (table: Table): Reviews => ({
  find: (access, cause) => read(table, access, reviewIdOf(access.advertiserId, cause)),
  get: (access, reviewId) => read(table, access, reviewId),
  open: open(table),
  complain: complain(table),
  list: (access, page) => listed(table, access, page),
  decide: async (access, review, decision) => {
    const transaction = new TransactWriteItemsCommand({
      TransactItems: decisionWrites(table.tableName, access, review, decision),
      ClientRequestToken: sha256OfJson([table.tableName, access.advertiserId, review.reviewId, decision]).slice(0, 36),
    });
    if ((await cancelledBy(table.client.send(transaction), reviewsAway)) !== undefined) throw concurrentChange();
    return { ...review, decision };
  },
  wait: async (access, cause, { messageId, channel, offerCategory, validUntil }) => {
    const reviewId = reviewIdOf(access.advertiserId, cause);
    const expiresAt = epochSeconds(addDays(validUntil, DAYS_AFTER_VALIDITY));
    const key = waitingKey(access, reviewId, shardOfWaiting(messageId), messageId);
    const facts = { advertiserId: access.advertiserId, messageId, channel, offerCategory };
    const item = { ...key, entity: 'waiting', v: 1, ...facts, expiresAt };
    await orUnreachable(
      table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) })),
      reviewsAway,
    );
  },
});
