import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { allOf, settleAtMost } from '#shared/domain/at-most.ts';
import type { Chunk, ChunkRecipient, Cursor, Occurrence, WaitingPage } from '#shared/domain/campaign/campaign.ts';
import { type Cut, cutTo, END } from '#shared/domain/campaign/cut.ts';
import { runAt } from '#shared/domain/campaign/local-time.ts';
import { chunkIdOf, firstChunkIdOf, type RunName } from '#shared/domain/campaign/names.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import type { AudiencePages, SelectedContact } from '../audience/audience-pages.port.ts';
import type { Clock } from '../clock.port.ts';
import type { Due } from './look-at-run.ts';
import type { ChunkQueue, Running, Runs } from './runs.port.ts';

/** Pages of an audience without anybody in them that are looked at before the next minute. */
const MOST_EMPTY = 100;
/** Shards that are cut at the same time: the requests of one do not wait for those of another. */
const SHARDS_AT_ONCE = 8;

export interface CutPorts {
  readonly clock: Clock;
  readonly runs: Runs;
  readonly audience: Pick<AudiencePages, 'page'>;
  readonly queue: ChunkQueue;
}

/** What may be cut of a run, and where it is. */
export interface Cutting {
  readonly access: AdvertiserAccess;
  readonly running: Running;
  /** Recipients at most. */
  readonly share: number;
  /** Pages of those whose time has come: by now, or all where the run was cancelled. */
  readonly due: () => Promise<Due>;
  /** What was taken of the day of its ramp, all of this share included; absent: it has none. */
  readonly ramped?: Occurrence['ramped'];
  /** Puts a chunk on the queue, at its place in the minute. */
  readonly send: (chunk: Chunk) => Promise<void>;
  /** From this instant on no other chunk is begun. */
  readonly until: Instant;
}

const nameOf = ({ advertiserId, campaignId, scheduledAt }: Occurrence): RunName => ({
  advertiserId,
  campaignId,
  scheduledAt,
});

/**
 * Cuts up to a share of recipients into chunks, first those whose time has come again, then from the audience, and last those who wait for a
 * human still. Each chunk is stored, then put on the queue, and only then is noted how far the cut went: a crash repeats a chunk, and never
 * skips one. Resolves to how many recipients were cut. Throws the first failure of a shard once the others are noted.
 */
export const cutChunks = async (ports: CutPorts, cutting: Cutting): Promise<number> => {
  const { access, running, share, ramped: taken } = cutting;
  const { occurrence } = running;
  const { first, last } = await cutting.due();
  const again = await cutPages(ports, cutting, first, share);
  const { count, tried, cursors, done } = await cutAudience(ports, cutting, share - again);
  const left = share - again - tried;
  const [cutLast] = await Promise.allSettled([cutPages(ports, cutting, last, left)]);
  const isFurther = cursors.some((cursor, shard) => cursor !== occurrence.cursors[shard]);
  // Of whom it is not known whether they were cut, all that was kept for them.
  const vetted = cutLast.status === 'fulfilled' ? cutLast.value : left;
  const unused = left - vetted;
  const ramped = taken && { ...taken, taken: taken.taken - unused };
  if (isFurther || (taken !== undefined && unused > 0))
    await ports.runs.advance(access, occurrence, { cursors, cut: occurrence.cut + count, ramped });
  allOf<unknown>([...done, cutLast]);
  return again + count + vetted;
};

/**
 * Stores a chunk and puts it on the queue; one without anybody is not stored. Resolves to the one that is there, which may be
 * another's of the same name: the audience may have changed since, and what was cut first holds.
 */
const cut = async ({ runs }: CutPorts, { access, running, send }: Cutting, chunk: Chunk): Promise<Chunk> => {
  const run = nameOf(running.occurrence);
  if (chunk.recipients.length === 0) return chunk;
  const found = await runs.cut(access, run, chunk);
  if (found.isOpen) await send(found.chunk);
  return found.chunk;
};

/** Cuts so many of these pages at most; resolves to how many were. */
const cutPages = async (ports: CutPorts, cutting: Cutting, pages: Due['first'], most: number): Promise<number> => {
  let left = most;
  for (const page of pages) {
    if (left === 0 || ports.clock.now() >= cutting.until) break;
    left -= await cutPage(ports, cutting, page, left);
  }
  return most - left;
};

const cutPage = async (ports: CutPorts, cutting: Cutting, page: WaitingPage, most: number): Promise<number> => {
  const { campaign, occurrence } = cutting.running;
  const { scheduledAt } = occurrence;
  const size = Math.min(paceOf(campaign.channel).recipients, most);
  const contactIds = page.contactIds.slice(page.cut, page.cut + size);
  const chunk = await cut(ports, cutting, {
    chunkId: chunkIdOf(scheduledAt, page.pageId, String(page.cut)),
    scheduledAt,
    cutAt: ports.clock.now(),
    turn: page.turn,
    unforeseen: page.unforeseen,
    recipients: contactIds.map((contactId) => ({ contactId })),
    upTo: String(page.cut + contactIds.length),
  });
  await ports.runs.movePage(cutting.access, nameOf(occurrence), page, Number(chunk.upTo));
  return contactIds.length;
};

/** Where a recipient lives of whom nothing says it (D15). */
const UNKNOWN_ZONE = 'Europe/Paris';

/** When a contact is written to: in waves, when the clock where they live shows the time. */
export const recipientOf = (
  { contactId, zone = UNKNOWN_ZONE }: SelectedContact,
  waves: string | undefined,
): ChunkRecipient => (waves === undefined ? { contactId } : { contactId, notBefore: runAt(waves, zone).at });

const cutAudience = async (
  ports: CutPorts,
  cutting: Cutting,
  share: number,
): Promise<{
  /** Recipients of the chunks that are cut. */
  readonly count: number;
  /** What was kept for them, and for chunks of which it is not known whether they were cut. */
  readonly tried: number;
  readonly cursors: readonly Cursor[];
  readonly done: readonly PromiseSettledResult<void>[];
}> => {
  const { occurrence, campaign } = cutting.running;
  const cursors: Cursor[] = [...occurrence.cursors];
  const { recipients } = paceOf(campaign.channel);
  let [left, empty, chunks, cutSoFar] = [share, 0, 0, 0];
  const goesOn = (): boolean => empty < MOST_EMPTY && ports.clock.now() < cutting.until;
  const readsOn = (): boolean => {
    empty += 1;
    return goesOn();
  };
  const cutOn = async (shard: number): Promise<void> => {
    while (cursors[shard]?.isDone !== true && left > 0 && goesOn()) {
      const most = Math.min(left, recipients);
      // Kept for this chunk while it is asked for: shards share what is left.
      left -= most;
      const from = { shard, cursor: cursors[shard] ?? {}, most, readsOn };
      const { count, cursor } = await cutShard(ports, cutting, from);
      cursors[shard] = cursor;
      chunks += 1;
      cutSoFar += count;
      left += Math.max(0, most - count);
    }
  };
  for (;;) {
    const before = chunks;
    const done = await settleAtMost(SHARDS_AT_ONCE, [...cursors.keys()], cutOn);
    // What one shard kept and did not need, another may not have waited for.
    const isOver = left === 0 || chunks === before || done.some(({ status }) => status === 'rejected');
    if (isOver) return { count: cutSoFar, tried: share - left, cursors, done };
  }
};

/** One chunk of a shard: from where, and of how many at most. */
interface ShardFrom {
  readonly shard: number;
  readonly cursor: Cursor;
  readonly most: number;
  /** Counts a page without anybody; true: another may be read. */
  readonly readsOn: () => boolean;
}

/**
 * Pages without anybody are read past, and the chunk has the name of where that began: a position that no chunk leads to is not
 * found again after a crash, and whoever matches by then would come into a second chunk.
 */
const cutShard = async (
  ports: CutPorts,
  cutting: Cutting,
  { shard, cursor, most, readsOn }: ShardFrom,
): Promise<Cut> => {
  const { access, running } = cutting;
  const { campaign, occurrence } = running;
  const { scheduledAt, waves } = occurrence;
  const pageAfter = (after: ContactId | undefined) =>
    ports.audience.page(access, campaign.audience, { shard, after, limit: most });
  const chunkId = firstChunkIdOf(scheduledAt, shard, cursor.after ?? '');
  let page = await pageAfter(cursor.after);
  const isEmpty = page.contacts.length === 0;
  const before = isEmpty ? await ports.runs.find(access, nameOf(occurrence), chunkId) : undefined;
  while (before === undefined && page.contacts.length === 0 && readsOn() && page.next !== undefined)
    page = await pageAfter(page.next);
  const cutAt = ports.clock.now();
  const recipients = page.contacts.map((contact) => recipientOf(contact, waves));
  const made: Chunk = { chunkId, scheduledAt, cutAt, turn: 0, recipients, upTo: page.next ?? END };
  return cutTo(before ?? (await cut(ports, cutting, made)), cursor);
};
