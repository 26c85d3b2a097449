import type { Instant } from '#shared/domain/ids.ts';
import type { ParkedFrom } from '#shared/domain/parked.ts';

/** Something that could not be handled, as a human sees it: never what it holds. */
export interface Parked {
  readonly parkedId: string;
  readonly from: ParkedFrom;
  /** A code: why it was given up. */
  readonly reason: string;
  readonly parkedAt: Instant;
  /** The ids in it, where it can be read. */
  readonly about?: string | undefined;
}

/** The one place where everything parked lies, what it holds encrypted. */
export interface ParkedList {
  /** Keeps it; what is there already stays as it is, so that nothing is kept twice. */
  keep(from: ParkedFrom, reason: string, body: string): Promise<void>;
  /** At most `limit` after a position, in no particular order. */
  page(after: string | undefined, limit: number): Promise<{ items: readonly Parked[]; next?: string | undefined }>;
  /** How many there are, and since when the oldest is. */
  depth(): Promise<{ count: number; oldest?: Instant | undefined }>;
  /** What it holds, in clear; `undefined`: it is gone. */
  bodyOf(parkedId: string): Promise<string | undefined>;
  remove(parkedId: string): Promise<void>;
}

/** One message of a queue where work stops. */
interface LastMessage {
  readonly body: string;
  /** Why it was parked; absent: its worker crashed or gave up too often. */
  readonly reason?: string | undefined;
  /** Removes it from the queue. */
  readonly remove: () => Promise<void>;
}

/** A queue where work stops: dead letters, or what a function parked. */
export interface LastQueue {
  readonly from: ParkedFrom;
  /** Some of its messages, at most 10; none: it is empty. */
  take(): Promise<readonly LastMessage[]>;
}

/** Batches of stream records that Lambda gave up, each an object of a bucket. */
export interface GivenUp {
  /**
   * Some of them; none: there are no more. `from`: the function that could not follow them; `changes`: what each record
   * changed, as a change is parked.
   */
  take(): Promise<
    readonly {
      from: Extract<ParkedFrom, 'outbox' | 'project'>;
      changes: readonly string[];
      remove: () => Promise<void>;
    }[]
  >;
}
