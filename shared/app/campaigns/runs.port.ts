import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Reported } from '#shared/domain/campaign/brake.ts';
import type { Campaign, Cursor, Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { Chunk, ChunkResult, WaitingPage } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { SendingQuota } from '#shared/domain/campaign/pace.ts';
import type { Totals } from '#shared/domain/campaign/recipient.ts';
import type { Counting } from '#shared/domain/campaign/stopping/in-a-row.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';

/** A run with its campaign, as they are now. */
export interface Running {
  readonly campaign: Campaign;
  readonly occurrence: Occurrence;
}

/** A chunk of which a worker has still to settle. */
export interface OpenChunk extends Pick<Chunk, 'chunkId' | 'cutAt' | 'wereCounted'> {
  /** How many recipients it has; absent: an earlier version stored it, and they are as many as a chunk may have. */
  readonly size?: number | undefined;
  /** When a worker took it up for the last time that its queue gives it: it leaves no more before it is put again. Absent: none has. */
  readonly lastTryAt?: Instant | undefined;
}

/** A chunk taken up by a worker: with its outcome, where it has one already. */
export interface TakenChunk extends Running {
  readonly chunk: Chunk | undefined;
  readonly result: ChunkResult | undefined;
}

/** Up to when pages of each kind are due. */
export interface DueUpTo {
  readonly waiting: Instant;
  /** Absent: of a run without waves. */
  readonly wave?: Instant | undefined;
  readonly unknown: Instant;
}

/** Which pages of each kind are asked for. */
export interface PagesAsked {
  /** So many of each kind at most. */
  readonly most: number;
  /** Absent: all are wanted. */
  readonly isWanted?: ((page: WaitingPage) => Promise<boolean>) | undefined;
  /** Of so many recipients: pages after theirs are not read. Absent: of any number. */
  readonly recipients?: number | undefined;
}

/** The work of runs, as the dispatcher and the workers see it. All reads are strongly consistent. */
export interface Runs {
  /** True for the first who asks for this minute (`2026-11-24T10:05`), and for nobody else. */
  takeMinute(minute: string): Promise<boolean>;
  running(): Promise<readonly RunName[]>;
  read(access: AdvertiserAccess, run: RunName): Promise<Running | undefined>;
  /**
   * Stores the chunk if none of its name was ever stored. Resolves to the one that was cut first, and whether one of its name is open, which
   * a worker has still to take away.
   */
  cut(
    access: AdvertiserAccess,
    run: RunName,
    chunk: Chunk,
  ): Promise<{ readonly chunk: Chunk; readonly isOpen: boolean }>;
  /** The chunk of this name that was cut first, open or settled; `undefined`: none was ever stored. */
  find(access: AdvertiserAccess, run: RunName, chunkId: string): Promise<Chunk | undefined>;
  /** Where the run is still at this revision. False: somebody else went on with it. */
  advance(
    access: AdvertiserAccess,
    occurrence: Occurrence,
    to: { readonly cursors: readonly Cursor[]; readonly cut: number; readonly ramped?: Occurrence['ramped'] },
  ): Promise<boolean>;
  /** Notes how many were taken up of a day of its ramp, where it is still at this revision. */
  takeOfRamp(
    access: AdvertiserAccess,
    occurrence: Occurrence,
    ramped: NonNullable<Occurrence['ramped']>,
  ): Promise<boolean>;
  /** Notes whether the account has nothing left of its 24 hours for it, and what stops it, where it is still at this revision. */
  noteHeld(
    access: AdvertiserAccess,
    occurrence: Occurrence,
    held: Pick<Occurrence, 'isQuotaUsed' | 'stopped' | 'isStoppedAlone'>,
  ): Promise<boolean>;
  /**
   * Notes that the provider takes nobody of it, or with `undefined` that it took somebody, where that is still as it was read. It is for whoever
   * shares places out and for people: it is in nobody's way who changes the run otherwise.
   */
  noteUntaken(access: AdvertiserAccess, occurrence: Occurrence, untaken: Occurrence['untaken']): Promise<void>;
  /**
   * Counts what a delivery of a chunk adds to what the provider does not take of it in a row, once, however often it is asked. Resolves to what is counted
   * then. It is in nobody's way who changes the run otherwise.
   */
  countInARow(access: AdvertiserAccess, occurrence: Occurrence, counting: Counting): Promise<Occurrence['inARow']>;
  /** What was reported of its mails so far. */
  reported(access: AdvertiserAccess, run: RunName): Promise<Reported>;
  /**
   * Pauses its campaign and notes the run as the latest that was counted for it, both or none, where both are still at these revisions. False: somebody
   * else changed one of them. `pausedAt`: since when it is noted as paused. Absent: since now.
   */
  brake(access: AdvertiserAccess, running: Running, because: string, pausedAt?: Instant): Promise<boolean>;
  /**
   * Pages due up to an instant, the earliest first: those who come up again, those whose wave has come, of a run that has waves, and those of whom
   * it is not known whether they were written to. Those that are not wanted are read past, at most `READ_PAST` times as many and `MOST_READ`.
   */
  duePages(access: AdvertiserAccess, run: RunName, upTo: DueUpTo, asked: PagesAsked): Promise<readonly WaitingPage[]>;
  /** Notes how many of a page were cut; all of them: takes it away. */
  movePage(access: AdvertiserAccess, run: RunName, page: WaitingPage, cutUpTo: number): Promise<void>;
  /** Open chunks, the ones of which a worker has still to settle. */
  openChunks(access: AdvertiserAccess, run: RunName): Promise<readonly OpenChunk[]>;
  /** Notes when an open chunk was last put on the queue; of one that was settled since, nothing. */
  putAgain(access: AdvertiserAccess, run: RunName, chunkId: string, at: Instant): Promise<void>;
  /**
   * Closes a run to workers, who take up none of its chunks then, or opens it again, where it is still at this revision. Resolves to it as
   * it is then; `undefined`: somebody else changed it.
   */
  close(
    access: AdvertiserAccess,
    occurrence: Occurrence,
    to: Pick<Occurrence, 'isClosed' | 'summed'>,
  ): Promise<Occurrence | undefined>;
  /** Neither an open chunk nor a page is left. */
  isIdle(access: AdvertiserAccess, run: RunName): Promise<boolean>;
  /** What came of every chunk that was settled, by its id; `after`: of those past this one. */
  results(access: AdvertiserAccess, run: RunName, after?: string): AsyncIterable<ChunkResult>;
  /** Notes what was added up of its outcomes, where it is still at this revision. */
  noteSum(
    access: AdvertiserAccess,
    occurrence: Occurrence,
    summed: NonNullable<Occurrence['summed']>,
  ): Promise<boolean>;
  /**
   * Ends the run where it is still at this revision, with as many cut as have an end, and takes it off the list of those that run. Its campaign is at another
   * revision with it, all or nothing: nobody changes it who looked before.
   */
  finish(access: AdvertiserAccess, occurrence: Occurrence, at: Instant, totals: Totals): Promise<void>;
  /** Takes a run off the list of those that run. */
  unlist(run: RunName): Promise<void>;
  take(access: AdvertiserAccess, run: RunName, chunkId: string): Promise<TakenChunk | undefined>;
  /** Notes that a worker takes up an open chunk for the last time that its queue gives it; of one that is settled, nothing. */
  noteLastTry(access: AdvertiserAccess, run: RunName, chunkId: string, at: Instant): Promise<void>;
  /**
   * Stores the outcome if there is none, then the pages of those who come up again, then closes the chunk. False: another
   * worker had stored one before, which holds.
   */
  settle(access: AdvertiserAccess, run: RunName, result: ChunkResult): Promise<boolean>;
}

/** What the queue of campaigns carries. */
export interface ChunkReference extends RunName {
  readonly chunkId: string;
}

export interface ChunkQueue {
  /** `delaySeconds`: at most 900 (SQS). */
  put(reference: ChunkReference, delaySeconds: number): Promise<void>;
}

/** What a provider lets this account send on a channel. Throws `dependency-unavailable`. */
export interface Quotas {
  of(channel: SentChannel): Promise<SendingQuota>;
}

/** Whether a provider stopped one advertiser on a channel, whatever the account may send by it. Throws `dependency-unavailable`. */
export interface Tenants {
  /** Whether it stops advertisers by themselves on this channel: on another nobody is asked for. */
  areOn(channel: Campaign['channel']): boolean;
  isStopped(channel: Campaign['channel'], advertiserId: AdvertiserId): Promise<boolean>;
}
