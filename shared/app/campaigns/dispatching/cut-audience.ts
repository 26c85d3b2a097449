import { settleAtMost } from '#shared/domain/at-most.ts';
import type { Cursor } from '#shared/domain/campaign/campaign.ts';
import type { Chunk } from '#shared/domain/campaign/chunk.ts';
import { type Cut, cutTo, END } from '#shared/domain/campaign/cut.ts';
import { firstChunkIdOf } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import { stated } from '#shared/domain/stated.ts';
import { type CutPorts, type Cutting, cut, nameOf } from './cut-chunk.ts';
import { recipientOf } from './recipient-of.ts';

/** Shards that are cut at the same time: the requests of one do not wait for those of another. */
const SHARDS_AT_ONCE = 8;
/** Rows that are looked at first where a page before held nobody: few meet the segment. */
const MANY_ROWS = 1_000;

/** What is cut of an audience, and what becomes of it. */
export type CuttingAudience = Pick<Cutting, 'access' | 'running' | 'until' | 'mostEmpty' | 'ofRamp'>;

/** How the chunks of an audience are made: how many have how many recipients, and who stores them. */
export interface Made {
  readonly recipients: number;
  readonly shardsAtOnce: number;
  /** Resolves to the chunk of this name that was there first. */
  readonly store: (chunk: Chunk) => Promise<Chunk>;
}

export interface AudienceCut {
  /** Recipients of the chunks that are cut. */
  readonly count: number;
  /** What was kept for them, and for chunks of which it is not known whether they were cut. */
  readonly reserved: number;
  readonly cursors: readonly Cursor[];
  readonly done: readonly PromiseSettledResult<void>[];
}

type ShardPorts = Pick<CutPorts, 'clock' | 'runs' | 'audience'>;

/** How far the cut of an audience is. */
interface Progress {
  readonly cursors: Cursor[];
  /** How many more may be cut; less what is kept for chunks that are asked for. */
  left: number;
  /** Pages without anybody so far. */
  empty: number;
  chunks: number;
  /** Recipients of these chunks. */
  count: number;
}

/** One cut of an audience. */
interface Work {
  readonly ports: ShardPorts;
  readonly cutting: CuttingAudience;
  readonly store: Made['store'];
  readonly progress: Progress;
}

const workOf = (ports: ShardPorts, cutting: CuttingAudience, store: Made['store'], share: number): Work => {
  const cursors = [...cutting.running.occurrence.cursors];
  return { ports, cutting, store, progress: { cursors, left: share, empty: 0, chunks: 0, count: 0 } };
};

const goesOn = ({ ports, cutting, progress }: Work): boolean =>
  progress.empty < cutting.mostEmpty && ports.clock.now() < cutting.until;

/** Cuts one chunk where a shard is, and moves it on. */
const cutAt = async (work: Work, shard: number, most: number): Promise<Cut> => {
  const { ports, cutting, store, progress } = work;
  const readsOn = (): boolean => {
    progress.empty += 1;
    return goesOn(work);
  };
  const from = { shard, cursor: progress.cursors[shard] ?? {}, most, readsOn };
  const done = await cutShard(ports, cutting, from, store);
  progress.cursors[shard] = done.cursor;
  progress.chunks += 1;
  progress.count += done.count;
  return done;
};

/** Cuts a shard into chunks of so many recipients at most, as long as something is left. */
const cutOn = async (work: Work, shard: number, recipients: number): Promise<void> => {
  const { progress } = work;
  while (progress.cursors[shard]?.isDone !== true && progress.left > 0 && goesOn(work)) {
    const most = Math.min(progress.left, recipients);
    // Kept for this chunk while it is asked for: shards share what is left.
    progress.left -= most;
    const { count } = await cutAt(work, shard, most);
    progress.left += Math.max(0, most - count);
  }
};

/** Nobody is cut, and yet what is left may be empty: reads on up to the next who is left, so that it is seen to be cut to its end. */
const readPast = async (ports: ShardPorts, cutting: CuttingAudience, store: Made['store']): Promise<AudienceCut> => {
  const work = workOf(ports, cutting, store, 0);
  const { cursors } = work.progress;
  const done = await settleAtMost(1, [0], async () => {
    for (const shard of cursors.keys()) {
      if (cursors[shard]?.isDone === true) continue;
      if (!goesOn(work) || (await cutAt(work, shard, 0)).cursor.isDone !== true) return;
    }
  });
  return { count: work.progress.count, reserved: 0, cursors, done };
};

/** Cuts up to a share of an audience into chunks for workers, shard by shard; of a run that has no share at all: reads on up to the next who is left. */
export const cutAudience = (ports: CutPorts, cutting: Cutting, share: number): Promise<AudienceCut> => {
  // Whoever was cut before has the rate of that minute: in this one nobody may have asked for it.
  if (cutting.share === 0) return readPast(ports, cutting, (chunk) => cut(ports, cutting, chunk));
  const store: Made['store'] = (chunk) => cut(ports, cutting, { ...chunk, perMinute: cutting.perMinute });
  const { recipients } = paceOf(cutting.running.campaign.channel);
  return cutShards(ports, cutting, share, { recipients, shardsAtOnce: SHARDS_AT_ONCE, store });
};

/** The same, whatever becomes of the chunks. */
export const cutShards = async (
  ports: ShardPorts,
  cutting: CuttingAudience,
  share: number,
  { recipients, shardsAtOnce, store }: Made,
): Promise<AudienceCut> => {
  const work = workOf(ports, cutting, store, share);
  const { progress } = work;
  const { cursors } = progress;
  for (;;) {
    const before = progress.chunks;
    const done = await settleAtMost(shardsAtOnce, [...cursors.keys()], (shard) => cutOn(work, shard, recipients));
    // What one shard kept and did not need, another may not have waited for.
    const isOver =
      progress.left === 0 || progress.chunks === before || done.some(({ status }) => status === 'rejected');
    if (isOver) return { count: progress.count, reserved: share - progress.left, cursors, done };
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
  ports: ShardPorts,
  cutting: CuttingAudience,
  { shard, cursor, most, readsOn }: ShardFrom,
  store: Made['store'],
): Promise<Cut> => {
  const { access, running, ofRamp } = cutting;
  const { campaign, occurrence } = running;
  const { scheduledAt, startedAt, waves } = occurrence;
  const pageAfter = (after: ContactId | undefined, rows?: number) =>
    ports.audience.page(access, campaign.audience, {
      shard,
      after,
      limit: Math.max(1, most),
      rows,
      isForWaves: waves !== undefined,
      // They were in the audience as the run began: each has a row of what became of them.
      movedSince: startedAt,
    });
  const chunkId = firstChunkIdOf(scheduledAt, shard, cursor.after ?? '');
  let { after } = cursor;
  let page = await pageAfter(after);
  const isEmpty = page.contacts.length === 0;
  const before = isEmpty ? await ports.runs.find(access, nameOf(occurrence), chunkId) : undefined;
  while (before === undefined && page.contacts.length === 0 && readsOn() && page.next !== undefined) {
    after = page.next;
    page = await pageAfter(after, MANY_ROWS);
  }
  // With room for nobody, whoever is found stays where they are.
  if (most === 0 && page.contacts.length > 0) return { count: 0, cursor: after === cursor.after ? cursor : { after } };
  const cutAt = ports.clock.now();
  const recipients = page.contacts.map((contact) => recipientOf(contact, waves));
  const rampDay = ofRamp?.ramped.day;
  const chunk = { chunkId, scheduledAt, cutAt, turn: 0, ...stated({ rampDay }), recipients, upTo: page.next ?? END };
  // One that is there may not have come to anybody: whoever cut it died. Its store sees whether it is open still.
  return cutTo(await store(before ?? chunk), cursor);
};
