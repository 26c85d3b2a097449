import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { ExpiryEntry, ExpiryList } from '#shared/app/retention/ending-contacts.port.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { findStored } from '#shared/domain/read-stored.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { tableAway } from '../../stores-away.ts';
import { removeItems } from '../remove-items.ts';
import { dayOf } from '../slots.ts';
import { type Image, orUnreachable, partition, queryItems, type Table, toImage, toItem } from '../table.ts';
import { ExpiryItem } from './retention-items.ts';
import { EXPIRY_DAYS, EXPIRY_SHARDS, expiryDayKey, expiryKey, expiryPk } from './retention-keys.ts';

/** What one BatchWriteItem removes. */
const PAGE = 25;

const put = async (table: Table, item: object): Promise<void> => {
  const command = new PutItemCommand({ TableName: table.tableName, Item: toImage(item) });
  await orUnreachable(table.client.send(command), tableAway);
};

/** A page of a shard after another is done; what cannot be read stays, and is counted. */
async function* walkShard(table: Table, day: string, shard: number): AsyncGenerator<readonly ExpiryEntry[], number> {
  let unreadable = 0;
  let last: Image | undefined;
  do {
    const query = new QueryCommand({
      TableName: table.tableName,
      ...partition(expiryPk(day, shard)),
      Limit: PAGE,
      ExclusiveStartKey: last,
    });
    const answer = await orUnreachable(table.client.send(query), tableAway);
    const found = answer.Items ?? [];
    const items = found.flatMap((image) => findStored(ExpiryItem, toItem(image)) ?? []);
    unreadable += found.length - items.length;
    yield items.map(({ advertiserId, contactId }) => ({ advertiserId, contactId }));
    await removeItems(table, items, tableAway);
    last = answer.LastEvaluatedKey;
  } while (last !== undefined);
  return unreadable;
}

/**
 * Contacts by the day on which something of them ends, on DynamoDB. A day is written before its first entry, and removed after its
 * last; no put takes a day that is over, by any clock that differs by less than a day.
 */
export const expiryListOf = (deps: Table & { readonly clock: Clock }): ExpiryList => {
  /** Days that this process has written. */
  const known = new Set<string>();
  const today = (): string => dayOf(deps.clock.now());
  const dayFor = (endsAt: Instant): string => {
    const soonest = dayOf(addDays(deps.clock.now(), 1));
    return [dayOf(endsAt), soonest].toSorted().at(-1) ?? soonest;
  };
  return {
    put: async ({ advertiserId, contactId }, endsAt) => {
      const day = dayFor(endsAt);
      if (!known.has(day)) await put(deps, { ...expiryDayKey(day), entity: 'expiry-day', v: 1 });
      known.add(day);
      const key = expiryKey(day, { advertiserId, contactId });
      await put(deps, { ...key, entity: 'expiry', v: 1, advertiserId, contactId });
    },
    pastDays: async () => {
      const items = await queryItems(deps, partition(EXPIRY_DAYS), tableAway);
      return items.map(({ sk }) => String(sk)).filter((day) => day < today());
    },
    walk: async function* (day) {
      let unreadable = 0;
      for (let shard = 0; shard < EXPIRY_SHARDS; shard += 1) unreadable += yield* walkShard(deps, day, shard);
      if (unreadable > 0) throw new Error(`${unreadable} entries of what ends are not in their schema`);
      const remove = new DeleteItemCommand({ TableName: deps.tableName, Key: toImage(expiryDayKey(day)) });
      await orUnreachable(deps.client.send(remove), tableAway);
    },
  };
};
