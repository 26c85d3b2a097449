import type { Instant } from '../ids.ts';
import { addSeconds, CLOCKS_DIFFER_SECONDS, earlier } from '../time/instant.ts';
import type { Campaign, Occurrence } from './campaign.ts';

/** A worker of a chunk lives no longer, in seconds: the time-out of its function. */
export const CHUNK_WORKER_SECONDS = 60;
/** What a command stores comes to the table at most so long after the instant that it notes. */
export const STORED_WITHIN_SECONDS = 30;
/** A hand-off begins at most so long after the instant of its verdict, and by another clock. */
export const VERDICT_HOLDS_SECONDS = CLOCKS_DIFFER_SECONDS + 5;

/**
 * From when on no worker hands over anything of a run, by whatever clock: a worker that took a chunk up before a cancellation may still be
 * on it, and one whose clock is behind does not know yet that the end has come (docs/decisions/0090). A version before did not note when a
 * campaign was cancelled: then it was long ago.
 */
export const nobodyAfter = (
  { control, createdAt, cancelledAt = createdAt }: Pick<Campaign, 'control' | 'createdAt' | 'cancelledAt'>,
  { validUntil }: Pick<Occurrence, 'validUntil'>,
): Instant => {
  const ended = addSeconds(validUntil, VERDICT_HOLDS_SECONDS);
  if (control !== 'cancelled') return ended;
  return earlier(ended, addSeconds(cancelledAt, STORED_WITHIN_SECONDS + CHUNK_WORKER_SECONDS + CLOCKS_DIFFER_SECONDS));
};
