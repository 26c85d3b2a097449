import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Claimable, ClaimOutcome, Claims } from '#shared/app/send/claims.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { oppositionStoreUnavailable } from '#shared/domain/failure.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import type { Claim } from '#shared/domain/message/message.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { cancelledAtLast, holds } from '../conditional.ts';
import { HAND_OFF_SHARDS, handedOffIn } from '../deployment-keys.ts';
import { type Key, sendsKey, shardOf } from '../keys.ts';
import { sendsOf } from '../plain.ts';
import {
  between,
  firstItem,
  type Image,
  isConditionFailed,
  orUnreachable,
  type Table,
  toImage,
  toItem,
} from '../table.ts';

/** A month's sends are kept fourteen months past its end: the year that a complaint may look back on, and a margin. */
const MONTHS_KEPT = 14;

const firstClaim = 'attribute_not_exists(pk)';
const bucketUnchanged = '#revision = :revision';
const notYetClaimed = 'attribute_not_exists(#entries.#message)';
const isOurClaim = '#entries.#message.#by = :by';
const hasNoResult = 'attribute_not_exists(#entries.#message.#as)';
const isClaimed = 'attribute_exists(#entries.#message)';

const NAMES = {
  '#ofDay': 'ofDay',
  '#position': 'position',
  '#month': 'month',
  '#entries': 'entries',
  '#revision': 'revision',
  '#by': 'by',
  '#as': 'as',
} as const;

/** The names that an expression uses: DynamoDB refuses the others. */
const namesIn = (expression: string, messageId: MessageId): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...NAMES, '#message': messageId }).filter(([name]) => expression.includes(name)));

/** When the item of a month expires, in seconds since 1970. */
const expiryOfMonth = (month: string): number => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return Date.UTC(year, number + MONTHS_KEPT, 1) / 1000;
};

const stored = ({ claimedAt, claimToken, result, asksToRenew, test, class: noted }: Claim) => ({
  at: claimedAt,
  by: claimToken,
  as: result,
  renews: asksToRenew,
  test,
  class: noted,
});

interface Update {
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly values: object;
}

const updateOf = (table: Table, key: Key, messageId: MessageId, { values, ...expressions }: Update) => ({
  TableName: table.tableName,
  Key: toImage(key),
  ...expressions,
  ExpressionAttributeNames: namesIn(`${expressions.UpdateExpression} ${expressions.ConditionExpression}`, messageId),
  ExpressionAttributeValues: toImage(values),
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

const update = (table: Table, ...asked: [Key, MessageId, Update]) =>
  table.client.send(new UpdateItemCommand(updateOf(table, ...asked)));

/** Where the audit finds the claim: each moves its item to the hour in which it was made. */
const listing = '#ofDay = :ofDay, #position = :position';
const listed = (contactId: ContactId, { claimedAt }: Claim) => ({
  ':ofDay': handedOffIn(claimedAt, shardOf(contactId, HAND_OFF_SHARDS)),
  ':position': contactId,
});

/** A bucket that was not there, with its own TTL. */
const aBucket = (month: string, channel: string, entries: Readonly<Record<string, object>>): Update => ({
  UpdateExpression:
    'SET entity = :entity, v = :v, #entries = :entries, #revision = :one, channel = :channel, expiresAt = :expiresAt, ' +
    '#month = :month',
  ConditionExpression: firstClaim,
  values: {
    ':entity': 'sends',
    ':v': 1,
    ':entries': entries,
    ':one': 1,
    ':channel': channel,
    ':month': month,
    ':expiresAt': expiryOfMonth(month),
  },
});

/** The bucket's first claim creates it. */
const firstEntry = (contactId: ContactId, month: string, channel: string, entry: Claim): Update => {
  const bucket = aBucket(month, channel, { [entry.messageId]: stored(entry) });
  const UpdateExpression = `${bucket.UpdateExpression}, ${listing}`;
  return { ...bucket, UpdateExpression, values: { ...bucket.values, ...listed(contactId, entry) } };
};

/** A bucket in which nothing is claimed, but whose revision says that something was beside it. */
const touched = (month: string, channel: string, revision: number): Update =>
  revision === 0
    ? aBucket(month, channel, {})
    : {
        UpdateExpression: 'SET #revision = #revision + :one',
        ConditionExpression: bucketUnchanged,
        values: { ':revision': revision, ':one': 1 },
      };

const adding = (contactId: ContactId, revision: number, entry: Claim): Update => ({
  UpdateExpression: `SET #entries.#message = :entry, #revision = #revision + :one, ${listing}`,
  ConditionExpression: [bucketUnchanged, notYetClaimed].join(' AND '),
  values: { ':entry': stored(entry), ':revision': revision, ':one': 1, ...listed(contactId, entry) },
});

/** Reads a failed claim: our own token means that an earlier try of this very call had succeeded. */
const outcomeOf = (image: Image | undefined, entry: Claim): ClaimOutcome => {
  const held = image && sendsOf(toItem(image)).entries.find(({ messageId }) => messageId === entry.messageId);
  if (held === undefined) return { outcome: 'changed' };
  return held.claimToken === entry.claimToken ? { outcome: 'claimed' } : { outcome: 'claimed-before', entry: held };
};

/**
 * The claim and the buckets beside it, all or none. Where another transaction has its bucket, the answer of a try before may be lost: only the
 * item itself says whose claim is in it, so it is tried until it does.
 */
const writtenTogether = async (table: Table, updates: readonly ReturnType<typeof updateOf>[], entry: Claim) => {
  const items = updates.map((Update) => ({ Update }));
  const reasons = await cancelledAtLast(table, items, oppositionStoreUnavailable, {
    isMet: ([own]) => own?.Code === 'TransactionConflict',
  });
  return reasons === undefined ? ({ outcome: 'claimed' } as const) : outcomeOf(reasons[0]?.Item, entry);
};

const keyOf = (access: AdvertiserAccess, { contactId, claimMonth, channel }: Claimable) =>
  sendsKey(access, contactId, claimMonth, channel);

/** Claims on the SENDS items: one conditional write each, or a transaction where sends of another month count (docs/access-patterns.md, claims). */
export const claimsOf = (table: Table): Claims => ({
  find: async (access, message) => {
    const { pk, sk } = keyOf(access, message);
    const item = await firstItem(table, between({ pk, from: sk, to: sk }), oppositionStoreUnavailable);
    return item && readable(() => sendsOf(item)).entries.find(({ messageId }) => messageId === message.messageId);
  },
  claim: async (access, contactId, { month, channel, revision, beside = [] }, entry) => {
    const key = sendsKey(access, contactId, month, channel);
    const change = revision === 0 ? firstEntry(contactId, month, channel, entry) : adding(contactId, revision, entry);
    if (beside.length > 0) {
      const besides = beside.map((other) =>
        updateOf(
          table,
          sendsKey(access, contactId, other.month, channel),
          entry.messageId,
          touched(other.month, channel, other.revision),
        ),
      );
      return writtenTogether(table, [updateOf(table, key, entry.messageId, change), ...besides], entry);
    }
    try {
      await orUnreachable(update(table, key, entry.messageId, change), oppositionStoreUnavailable);
      return { outcome: 'claimed' };
    } catch (error) {
      if (isConditionFailed(error)) return outcomeOf(error.Item, entry);
      throw error;
    }
  },
  release: (access, message, entry) =>
    holds(
      update(table, keyOf(access, message), entry.messageId, {
        UpdateExpression: 'REMOVE #entries.#message SET #revision = #revision + :one',
        ConditionExpression: [isOurClaim, hasNoResult].join(' AND '),
        values: { ':by': entry.claimToken, ':one': 1 },
      }),
      oppositionStoreUnavailable,
    ),
  settle: async (access, message, result) => {
    const condition = result === 'sent' ? isClaimed : [isClaimed, hasNoResult].join(' AND ');
    // A result already there is as good or better; a claim is released by its owner alone, and never after a hand-off.
    await holds(
      update(table, keyOf(access, message), message.messageId, {
        UpdateExpression: 'SET #entries.#message.#as = :as',
        ConditionExpression: condition,
        values: { ':as': result },
      }),
      oppositionStoreUnavailable,
    );
  },
});
