import type { Instant } from '../ids.ts';
import type { Channel } from '../message/channel.ts';
import type { Sends } from '../message/message.ts';
import { addDays } from '../time/instant.ts';
import { type HeldFamily, heldFamilyOf } from './held.ts';

/** Days that the centre looks back: of these, what a vet reads of a contact has every message. */
const SHOWN_DAYS = 30;
const MOST_SHOWN = 30;

/** A message that left, in the words of a person: when, and by what. */
export interface SentMessage {
  readonly at: Instant;
  readonly channel: Channel;
  readonly family: HeldFamily;
}

/** What left for a contact in the last `SHOWN_DAYS`, the latest first and no more than a page shows; tests are no messages to the person. */
export const shownAsSent = (sends: readonly Sends[], now: Instant): readonly SentMessage[] => {
  const since = addDays(now, -SHOWN_DAYS);
  return sends
    .flatMap(({ channel, entries }) =>
      entries
        .filter(({ result, test, claimedAt }) => result !== undefined && test !== true && claimedAt > since)
        .map(({ claimedAt }) => ({ at: claimedAt, channel, family: heldFamilyOf(channel) })),
    )
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_SHOWN);
};
