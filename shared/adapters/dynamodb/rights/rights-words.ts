import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Erasure } from '#shared/domain/ledger/erasure.ts';
import { holds } from '../conditional.ts';
import { between, queryItems, type Table, toImage } from '../table.ts';
import { rightsOfContact } from './rights-keys.ts';

const AT_ONCE = 8;
const unreachable = (cause: unknown) => dependencyUnavailable('The store of requests', cause);

/** Removes what people wrote about the requests of a contact until it was erased; that they were made, and when, stays. */
export const stripRequestWords = async (
  table: Table,
  access: AdvertiserAccess,
  { contactId, erasedAt }: Pick<Erasure, 'contactId' | 'erasedAt'>,
): Promise<void> => {
  const items = await queryItems(table, between(rightsOfContact(access, contactId)), unreachable);
  const written = items.filter(({ texts, textsAt }) => texts !== undefined && String(textsAt) <= erasedAt);
  await atMost(AT_ONCE, written, ({ pk, sk, textsAt }) => {
    const update = new UpdateItemCommand({
      TableName: table.tableName,
      Key: toImage({ pk, sk }),
      UpdateExpression: 'REMOVE texts, textsAt',
      ConditionExpression: 'textsAt = :seen',
      ExpressionAttributeValues: toImage({ ':seen': textsAt }),
    });
    return holds(table.client.send(update), unreachable);
  });
};
