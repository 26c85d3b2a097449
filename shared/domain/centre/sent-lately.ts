import type { Instant, MessageId } from '../ids.ts';
import type { Channel } from '../message/channel.ts';
import type { Claim, Sends } from '../message/message.ts';
import { addDays, addSeconds } from '../time/instant.ts';
import { type HeldFamily, heldFamilyOf } from './held.ts';

/** Days that the centre looks back: of these, what a vet reads of a contact has every message. */
const SHOWN_DAYS = 30;
const MOST_SHOWN = 30;
/** A claim that is older is a hand-off: what did not leave was taken back. A campaign writes no more of most that it sends (0055). */
const IN_HAND_SECONDS = 15 * 60;

/** A message that left, in the words of a person: when, and by what. */
export interface SentMessage {
  readonly messageId: MessageId;
  readonly at: Instant;
  readonly channel: Channel;
  readonly family: HeldFamily;
}

/** What left for a contact in the last `SHOWN_DAYS`, the latest first and no more than a page shows; tests are no messages to the person. */
export const shownAsSent = (sends: readonly Sends[], now: Instant): readonly SentMessage[] => {
  const since = addDays(now, -SHOWN_DAYS);
  const inHandSince = addSeconds(now, -IN_HAND_SECONDS);
  const isOut = ({ result, claimedAt }: Claim) => result !== undefined || claimedAt < inHandSince;
  return sends
    .flatMap(({ channel, entries }) =>
      entries
        .filter((entry) => isOut(entry) && entry.test !== true && entry.claimedAt > since)
        .map(({ claimedAt, messageId }) => ({ messageId, at: claimedAt, channel, family: heldFamilyOf(channel) })),
    )
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_SHOWN);
};
