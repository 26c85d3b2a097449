import type { Claim, Sends } from '../message/message.ts';

/** A test of a template offers nothing to anybody, nor does what is no prospecting. What was claimed before classes were noted counts. */
const isOffer = (entry: Claim): boolean => entry.test !== true && entry.class === undefined;

/**
 * What was sent as prospecting: the one kind that the number of calls (D. 223-9, “démarcher ou tenter de démarcher”) and the ceiling of a day
 * (D8) count.
 */
export const offersSent = (sends: readonly Sends[]): readonly Sends[] =>
  sends.every(({ entries }) => entries.every(isOffer))
    ? sends
    : sends.map((each) => ({ ...each, entries: each.entries.filter(isOffer) }));

/**
 * An offer was sent since data came from somebody else: the one that GDPR 14(3)(b) (INFO-3) calls the first communication, whatever it rested
 * on. One that rested on a sale or on another consent may not have named them: that later ones need not either is a reading (0145). `since`: the instant, in UTC; absent, nobody knows when
 * they came, and any offer counts.
 */
export const wasOfferedSince = (sends: readonly Sends[], since: string | undefined): boolean =>
  sends.some(({ entries }) =>
    entries.some((entry) => isOffer(entry) && (since === undefined || entry.claimedAt >= since)),
  );
