import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { standingKey } from '../keys.ts';
import { type Image, isExpired, orUnreachable, type Table, toImage, toItem } from '../table.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The store of contacts', cause);
/** DynamoDB gives back what it had no time for; an overloaded table is asked this often. */
const ROUNDS = 5;

/** The images of up to 100 keys (DynamoDB's limit). */
const batchGet = async (table: Table, keys: readonly Image[]): Promise<readonly Image[]> => {
  const found: Image[] = [];
  let left = [...keys];
  for (let round = 0; left.length > 0; round += 1) {
    if (round === ROUNDS) throw unreachable(undefined);
    const ask = { Keys: left, ProjectionExpression: 'contactId, wrappedKey, expiresAt', ConsistentRead: true };
    const command = new BatchGetItemCommand({ RequestItems: { [table.tableName]: ask } });
    const answer = await orUnreachable(table.client.send(command), unreachable);
    found.push(...(answer.Responses?.[table.tableName] ?? []));
    left = answer.UnprocessedKeys?.[table.tableName]?.Keys ?? [];
  }
  return found;
};

/** The wrapped data keys of up to 100 contacts, of those that are there, have not expired, and keep one. */
export const wrappedKeysOf = async (
  deps: Table & { readonly clock: Clock },
  access: AdvertiserAccess,
  contactIds: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, string>> => {
  const keys = [...new Set(contactIds)].map((contactId) => toImage(standingKey(access, contactId)));
  const items = (await batchGet(deps, keys)).map(toItem).filter((item) => !isExpired(item, deps.clock));
  return new Map(
    items.flatMap(({ contactId, wrappedKey }): [ContactId, string][] =>
      typeof wrappedKey === 'string' ? [[contactId as ContactId, wrappedKey]] : [],
    ),
  );
};
