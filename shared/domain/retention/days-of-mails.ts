import type { Instant } from '../ids.ts';
import { addDays } from '../time/instant.ts';

/** Days that a mail waits to be read: fourteen as a dead letter, counted from when it came, four in the queue that a human put it back to, and one. */
export const DAYS_MAILS_ARE_KEPT = 19;

/**
 * True where a mail that is not there any more can only have been read: its term has not passed, and only its reader removes it before.
 *
 * @param receivedAt absent: not known, and so not shown
 */
export const canOnlyHaveBeenRead = (receivedAt: Instant | undefined, now: Instant): boolean =>
  receivedAt !== undefined && now < addDays(receivedAt, DAYS_MAILS_ARE_KEPT);
