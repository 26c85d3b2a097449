import type { FactId, Instant } from '../ids.ts';
import { sha256Of } from '../ledger/canonical.ts';
import { addDays } from '../time/instant.ts';
import type { Review } from './review.ts';

/** A human has so many days to say that a doubtful reply is no opposition; then it is final (D20), and its words are gone. */
const DAYS_TO_READ_A_REPLY = 30;

/** The most of a reply that is kept for a human to read, in characters. */
export const LONGEST_WORDS_OF_REPLY = 2000;

/** How a doubtful reply came. */
export type WayOfReply = 'mail-reply' | 'sms-reply';
const WAYS = ['mail-reply', 'sms-reply'] as const satisfies readonly WayOfReply[];

/** The cause of such a review. It names neither the contact nor the opposition: a decision outlives both. */
export const causeOfReply = (recordId: FactId, way: WayOfReply = 'mail-reply'): string =>
  `${way}:${sha256Of(recordId).slice(0, 32)}`;

/** True of the review of a doubtful reply. */
export const isOfReply = ({ cause }: Pick<Review, 'cause'>): boolean => WAYS.some((way) => cause.startsWith(`${way}:`));

/** When the words of a reply are gone, and its opposition is final. */
export const endOfReply = (openedAt: Instant): Instant => addDays(openedAt, DAYS_TO_READ_A_REPLY);

/** True of the review of a reply after its term: nothing is asked any more, and nothing is shown. */
export const hasEnded = ({ endsAt }: Pick<Review, 'endsAt'>, at: Instant): boolean =>
  endsAt !== undefined && endsAt <= at;
