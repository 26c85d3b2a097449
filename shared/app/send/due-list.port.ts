import type { Instant } from '#shared/domain/ids.ts';
import type { MessageReference } from './send-queue.port.ts';

/** Messages due at a minute, released by the clock from a stored cursor, so that no minute is ever missed. */
export interface DueList {
  put(reference: MessageReference, dueAt: Instant): Promise<void>;
  /** Calls `release` for each message due up to `now`, removes it, then moves the cursor. A crash repeats, never skips. */
  releaseUpTo(now: Instant, release: (due: readonly MessageReference[]) => Promise<void>): Promise<number>;
}
