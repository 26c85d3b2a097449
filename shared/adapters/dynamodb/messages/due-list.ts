import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { DueList } from '#shared/app/send/due-list.port.ts';
import type { MessageReference } from '#shared/app/send/send-queue.port.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds, millisecondsOf, toInstant } from '#shared/domain/time/instant.ts';
import { storeIfAbsent } from '../conditional.ts';
import { DueCursorItem, DueItem } from '../items.ts';
import { DUE_CURSORS, dueCursorKey, dueKey, duePk, shardOf } from '../keys.ts';
import { removeItems } from '../remove-items.ts';
import { hourOf, minuteOf } from '../slots.ts';
import { type Item, orUnreachable, partition, queryItems, queryPages, type Table, toImage } from '../table.ts';

/**
 * Messages by the minute they are due, a partition per hour and shard: a clock that jumps by days costs 8 queries per
 * hour passed, not per minute. A shard's cursor is the hour before which nothing waits. It starts with the first put
 * (never with a release, which may come first), and stops short of the present by more than a put can last, so that no
 * minute is ever missed. See docs/access-patterns.md.
 */
const SHARDS = 8;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A put never lands in a minute that a release may have passed already. */
const EARLIEST_SECONDS = 120;
/** The cursor stays this far behind the clock: no put lasts so long, and clocks differ by less. */
const MARGIN_SECONDS = 900;
const DELETES_AT_ONCE = 25;
/** Held in memory at a time, of each shard: an hour may hold half a million. */
const PAGE = 8 * DELETES_AT_ONCE;

const unreachable = (cause: unknown) => dependencyUnavailable('The list of due messages', cause);

const hoursBetween = (first: string, last: string): readonly string[] => {
  const from = Date.parse(`${first}:00:00.000Z`);
  const count = Math.max(0, Math.floor((Date.parse(`${last}:00:00.000Z`) - from) / HOUR_MS) + 1);
  return Array.from({ length: count }, (_, index) => hourOf(toInstant(from + index * HOUR_MS)));
};

/** The minute that an item waits for: never before it is due, never one that a release may have passed. */
const minuteFor = (dueAt: Instant, now: Instant): Instant => {
  const earliest = Math.max(millisecondsOf(dueAt), millisecondsOf(addSeconds(now, EARLIEST_SECONDS)));
  return toInstant(Math.ceil(earliest / MINUTE_MS) * MINUTE_MS);
};

const cursorBefore = (now: Instant): string => hourOf(addSeconds(now, -MARGIN_SECONDS));

const put = (table: Table, item: object) =>
  orUnreachable(
    table.client.send(new PutItemCommand({ TableName: table.tableName, Item: toImage(item) })),
    unreachable,
  );

const cursorItem = (shard: number, hour: string) => ({ ...dueCursorKey(shard), entity: 'due-cursor', v: 1, hour });

type Release = (due: readonly MessageReference[]) => Promise<void>;

const releaseItems = async (table: Table, items: readonly Item[], release: Release): Promise<void> => {
  for (let start = 0; start < items.length; start += DELETES_AT_ONCE) {
    const some = items.slice(start, start + DELETES_AT_ONCE);
    const due = some.map((item) => DueItem.parse(item));
    await release(due.map(({ advertiserId, messageId }) => ({ advertiserId, messageId })));
    await removeItems(table, some, unreachable);
  }
};

const releaseShard = async (table: Table, cursor: { shard: number; hour: string }, now: Instant, release: Release) => {
  let released = 0;
  // `;` follows every character of a key after its minute: the present minute is taken whole.
  const upTo = `${minuteOf(now)};`;
  for (const hour of hoursBetween(cursor.hour, hourOf(now))) {
    const query = {
      KeyConditionExpression: 'pk = :pk AND sk <= :upTo',
      ExpressionAttributeValues: toImage({ ':pk': duePk(hour, cursor.shard), ':upTo': upTo }),
      ConsistentRead: true,
      Limit: PAGE,
    };
    for await (const items of queryPages(table, query, unreachable)) {
      await releaseItems(table, items, release);
      released += items.length;
    }
  }
  const next = cursorBefore(now);
  if (next > cursor.hour) await put(table, cursorItem(cursor.shard, next));
  return released;
};

const readCursors = async (table: Table) => {
  const items = await queryItems(table, partition(DUE_CURSORS), unreachable);
  return items.map((item) => DueCursorItem.parse(item)).map(({ sk, hour }) => ({ shard: Number(sk), hour }));
};

/** The due list on DynamoDB; `clock` gives a put the earliest minute it may use. */
export const dueListOf = (deps: Table & { readonly clock: Clock }): DueList => {
  const started = new Set<number>();
  return {
    put: async ({ advertiserId, messageId }, dueAt) => {
      const now = deps.clock.now();
      const shard = shardOf(messageId, SHARDS);
      if (!started.has(shard)) await storeIfAbsent(deps, cursorItem(shard, cursorBefore(now)), unreachable);
      started.add(shard);
      const reference = { advertiserId, messageId };
      const key = dueKey(minuteFor(dueAt, now), shard, reference);
      await put(deps, { ...key, entity: 'due', v: 1, ...reference });
    },
    releaseUpTo: async (now, release) => {
      const cursors = await readCursors(deps);
      const counts = await atMost(SHARDS, cursors, (cursor) => releaseShard(deps, cursor, now, release));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
};
