import { TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { termFrom } from '#shared/domain/rights/due.ts';
import { epochSeconds } from '#shared/domain/time/instant.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { requestsAway } from '../../stores-away.ts';
import { cancelledBy, holds } from '../conditional.ts';
import { between, type Item, queryItems, type Table, toImage } from '../table.ts';
import { RightsItem } from './rights-items.ts';
import { listedRightsKey, rightsKey, rightsOfContact } from './rights-keys.ts';

const AT_ONCE = 8;
const isEndless = ({ kind, state, expiresAt }: Item) =>
  kind === 'restriction' && state === 'answered' && expiresAt === undefined;

/** One that was changed meanwhile has the term of that change. */
const giveTerm = async (table: Table, access: AdvertiserAccess, item: Item, erasedAt: Instant): Promise<void> => {
  const request = readable(() => readStored(RightsItem, item));
  const keys = [rightsKey(access, request.id), listedRightsKey(access, request)];
  const values = { ':end': epochSeconds(termFrom(erasedAt)), ':answered': 'answered' };
  const updates = keys.map((key) => ({
    Update: {
      TableName: table.tableName,
      Key: toImage(key),
      UpdateExpression: 'SET expiresAt = :end',
      ConditionExpression: '#state = :answered AND attribute_not_exists(expiresAt)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: toImage(values),
    },
  }));
  await cancelledBy(table.client.send(new TransactWriteItemsCommand({ TransactItems: updates })), requestsAway);
};

/**
 * Removes what people wrote about the requests of a contact until it was erased; that they were made, and when, stays. A restriction
 * that was answered holds nothing any more, and gets its term.
 */
export const stripRequestWords = async (
  table: Table,
  access: AdvertiserAccess,
  { contactId, erasedAt }: Pick<Erasure, 'contactId' | 'erasedAt'>,
): Promise<void> => {
  const items = await queryItems(table, between(rightsOfContact(access, contactId)), requestsAway);
  await atMost(AT_ONCE, items.filter(isEndless), (each) => giveTerm(table, access, each, erasedAt));
  const written = items.filter(({ texts, textsAt }) => texts !== undefined && String(textsAt) <= erasedAt);
  await atMost(AT_ONCE, written, ({ pk, sk, textsAt }) => {
    const update = new UpdateItemCommand({
      TableName: table.tableName,
      Key: toImage({ pk, sk }),
      UpdateExpression: 'REMOVE texts, textsAt',
      ConditionExpression: 'textsAt = :seen',
      ExpressionAttributeValues: toImage({ ':seen': textsAt }),
    });
    return holds(table.client.send(update), requestsAway);
  });
};
