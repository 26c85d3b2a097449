import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { DueList } from '#shared/app/send/due-list.port.ts';
import type { MessageReference } from '#shared/app/send/send-queue.port.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { findStored, readStored } from '#shared/domain/read-stored.ts';
import { countOf, oneAfterAnother, roundRobin } from '#shared/domain/round-robin.ts';
import { addSeconds, millisecondsOf, minuteOf, toInstant } from '#shared/domain/time/instant.ts';
import { storeIfAbsent } from '../conditional.ts';
import { DueCursorItem, DueItem } from '../items.ts';
import { DUE_CURSORS, dueCursorKey, dueKey, duePk, shardOf } from '../keys.ts';
import { removeItems } from '../remove-items.ts';
import { hourOf } from '../slots.ts';
import { between, orUnreachable, partition, queryItems, type Table, toImage, toItem } from '../table.ts';

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
/** After a long time without the clock the cursor follows each time that so many hours are through. */
const HOURS_A_STEP = 24;
/** Held in memory at a time, of each shard, since an hour may hold half a million; also what one BatchWriteItem takes. */
const PAGE = 25;

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

/** A run over one shard. `unreadable`: what it met that no message can be read from; it stays where it is. */
interface Run {
  readonly table: Table;
  readonly release: Release;
  unreadable: number;
}

/** What is left of the messages of one advertiser that wait for one minute. */
interface Rest {
  readonly advertiserId: AdvertiserId;
  readonly pk: string;
  readonly from: string;
  readonly to: string;
}

/** Releases the first messages of a stretch of keys. */
const releasePage = async (run: Run, { pk, from, to }: Omit<Rest, 'advertiserId'>) => {
  const query = new QueryCommand({ TableName: run.table.tableName, ...between({ pk, from, to }), Limit: PAGE });
  const answer = await orUnreachable(run.table.client.send(query), unreachable);
  const items = (answer.Items ?? []).map(toItem);
  const due = items.flatMap((item) => findStored(DueItem, item) ?? []);
  run.unreadable += items.length - due.length;
  if (due.length > 0) {
    await run.release(due.map(({ advertiserId, messageId }) => ({ advertiserId, messageId })));
    await removeItems(run.table, due, unreachable);
  }
  return { released: due.length, last: answer.LastEvaluatedKey?.sk?.S };
};

const nextAfter = (sk: string): string => `${sk}$`;
/**
 * Nothing of an advertiser and minute sorts after this, and nothing else before it: `$` comes before all that an id may hold.
 * Never before the key itself, whatever key it is.
 */
const endOf = (sk: string): string => {
  const end = `${sk.split('#').slice(0, 2).join('#')}$`;
  return end > sk ? end : nextAfter(sk);
};

/** The first page of each advertiser and minute of an hour; who has more is passed over, and `rests` says what is left. */
async function* firstPages(run: Run, hour: Omit<Rest, 'advertiserId'>, rests: Rest[]): AsyncGenerator<number> {
  let from = hour.from;
  for (;;) {
    const { released, last } = await releasePage(run, { ...hour, from });
    yield released;
    if (last === undefined) return;
    const advertiserId = last.split('#')[1] as AdvertiserId;
    from = endOf(last);
    rests.push({ ...hour, advertiserId, from: nextAfter(last), to: from });
  }
}

async function* pagesOf(run: Run, rest: Rest): AsyncGenerator<number> {
  for (let from: string | undefined = rest.from; from !== undefined; ) {
    const { released, last } = await releasePage(run, { ...rest, from });
    yield released;
    from = last && nextAfter(last);
  }
}

/**
 * Releases what is due in a shard, in turns: a page of every advertiser, and then page by page of those who have more, so
 * that nobody's hundred thousand stand before another's one.
 */
const releaseShard = async (table: Table, cursor: { shard: number; hour: string }, now: Instant, release: Release) => {
  const run: Run = { table, release, unreadable: 0 };
  const rests: Rest[] = [];
  let released = 0;
  // `;` follows every character of a key after its minute: the present minute is taken whole.
  const to = `${minuteOf(now)};`;
  const moveTo = (hour: string) => put(table, cursorItem(cursor.shard, hour));
  const hours = hoursBetween(cursor.hour, hourOf(now));
  for (const [index, hour] of hours.entries()) {
    // A run that ends before it is through is no reason to begin again, once all before this hour was released.
    if (index > 0 && index % HOURS_A_STEP === 0 && rests.length + run.unreadable === 0 && hour <= cursorBefore(now))
      await moveTo(hour);
    for await (const count of firstPages(run, { pk: duePk(hour, cursor.shard), from: hour, to }, rests))
      released += count;
  }
  const byAdvertiser = [...Map.groupBy(rests, ({ advertiserId }) => advertiserId).values()];
  const walks = byAdvertiser.map((own) => oneAfterAnother(own.map((rest) => pagesOf(run, rest))));
  released += countOf(await roundRobin(walks));
  if (run.unreadable > 0) throw new Error(`${run.unreadable} entries of the due list are not in its schema`);
  const next = cursorBefore(now);
  if (next > cursor.hour) await moveTo(next);
  return released;
};

const readCursors = async (table: Table) => {
  const items = await queryItems(table, partition(DUE_CURSORS), unreachable);
  return items.map((item) => readStored(DueCursorItem, item)).map(({ sk, hour }) => ({ shard: Number(sk), hour }));
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
      const key = dueKey(minuteFor(dueAt, now), shard, reference, now);
      await put(deps, { ...key, entity: 'due', v: 1, ...reference });
    },
    releaseUpTo: async (now, release) => {
      const cursors = await readCursors(deps);
      const counts = await settleAtMost(SHARDS, cursors, (cursor) => releaseShard(deps, cursor, now, release));
      return allOf(counts).reduce((sum, count) => sum + count, 0);
    },
  };
};
