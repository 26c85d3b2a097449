/** What both charters on promotional SMS and MMS share: how a window, a Sunday and a holiday close a moment. */

import type { Facts } from '../../facts/facts.ts';
import { type AllowedHours, firstAllowed, isWithin, type Moment } from '../../facts/moments.ts';

const SUNDAY = 7;

/** The charter's window and the advertiser's own: the strictest wins. */
const within = (minute: number, window: AllowedHours, facts: Facts) =>
  isWithin(minute, window) && isWithin(minute, facts.advertiserWindow);

/** Whether Sundays and holidays are closed: by charter, or by the courtesy that is on by default (D18). */
export type DaysOff = (facts: Facts) => boolean;

const isOutOfHours = (moment: Moment, window: AllowedHours, facts: Facts, daysOff: DaysOff) =>
  !within(moment.minute, window, facts) || (daysOff(facts) && moment.weekday === SUNDAY);

const isClosed = (moment: Moment, window: AllowedHours, facts: Facts, daysOff: DaysOff) =>
  isOutOfHours(moment, window, facts, daysOff) || (daysOff(facts) && moment.isHoliday);

/** Outside hours, or on a Sunday, wherever the recipient may be. */
export const isQuiet = (facts: Facts, window: AllowedHours, daysOff: DaysOff) =>
  facts.moments.length > 0 && facts.moments.every((each) => isOutOfHours(each, window, facts, daysOff));

/** A public holiday wherever the recipient may be. */
export const isDayOff = (facts: Facts, daysOff: DaysOff) =>
  daysOff(facts) && facts.moments.length > 0 && facts.moments.every((each) => each.isHoliday);

/** Closed in one of the places where the recipient may be (TIME-1). */
export const isClosedSomewhere = (facts: Facts, window: AllowedHours, daysOff: DaysOff) =>
  facts.moments.some((each) => isClosed(each, window, facts, daysOff));

/** The hours that two windows have in common. */
export const common = (one: AllowedHours, other: AllowedHours): AllowedHours => {
  const shared: (readonly [from: number, until: number])[] = [];
  for (const [opens, closes] of one)
    for (const [from, until] of other) {
      const start = Math.max(opens, from);
      const end = Math.min(closes, until);
      if (start < end) shared.push([start, end]);
    }
  return shared;
};
const CLOSED: AllowedHours = [];

/** The first instant from `from` on that is open in every place; none where the two windows never meet. */
export const nextAllowed = (facts: Facts, from: number, window: AllowedHours, daysOff: DaysOff) => {
  const hours = common(window, facts.advertiserWindow);
  if (hours.length === 0) return undefined;
  const keepsDaysOff = daysOff(facts);
  return firstAllowed(facts.places, from, (day) =>
    keepsDaysOff && (day.weekday === SUNDAY || day.isHoliday) ? CLOSED : hours,
  );
};
