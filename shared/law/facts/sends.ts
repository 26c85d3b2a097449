import type { Place } from '#shared/domain/contact/dialling.ts';
import { withoutTests } from '#shared/domain/message/message.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { addDaysTo, instantOfWall, wallClock } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';

/** What was already sent to this contact, as far back as a vet reads; tests of templates are no sends. */
export interface SendFacts {
  /** Every claim counts, whatever came of it. */
  readonly sendsCounted: number;
  readonly sendsToday: number;
  readonly dailyCeiling: number;
  /** When the recipient's next day begins, ms; asked for only when the ceiling is reached. */
  readonly nextDay: number;
  /** Instants of call attempts, ms, oldest first. */
  readonly callAttempts: readonly number[];
  /** Nothing was ever sent that we know of. */
  readonly isFirstContact: boolean;
}

/** Counts per contact, channel and day of the recipient's own calendar (D8). `at`: the moment of sending, ms. */
export const sendFacts = (
  { sends: all, message, advertiser }: VetRequest,
  { at, places }: { readonly at: number; readonly places: readonly Place[] },
): SendFacts => {
  const sends = withoutTests(all);
  const instants = sends
    .filter(({ channel }) => channel === message.channel)
    .flatMap(({ entries }) => entries.map((e) => e.claimedAt));
  const zone = places[0]?.zone ?? 'Europe/Paris';
  const recent = instants.map(millisecondsOf).sort((a, b) => a - b);
  const today = wallClock(at, zone).date;
  const sendsToday = recent.filter((each) => wallClock(each, zone).date === today).length;
  const isUsedUp = sendsToday >= advertiser.dailyCeiling;
  return {
    sendsCounted: sends.reduce((total, { entries }) => total + entries.length, 0),
    sendsToday,
    dailyCeiling: advertiser.dailyCeiling,
    nextDay: isUsedUp ? instantOfWall(addDaysTo(today, 1), 0, zone) : 0,
    callAttempts: message.channel === 'automated-call' ? recent : [],
    isFirstContact: sends.every(({ entries }) => entries.length === 0),
  };
};
