/** What both versions of D. 223-9 share: the consumer's clock and calendar, and the count of attempts. */
import { addDaysTo, instantOfWall, isHoliday, wallClock } from '#shared/domain/time/calendar.ts';
import type { Facts } from '../../facts/facts.ts';
import { type AllowedHours, firstAllowed, isWithin, type Moment } from '../../facts/moments.ts';

const SATURDAY = 6;

const FRANCE = ['FR'] as const;
const CLOSED: AllowedHours = [];

const isPublicHoliday = (day: Moment) => day.place.regions.length > 0 && isHoliday(day.date, FRANCE);
const isWeekend = (day: Moment) => day.weekday >= SATURDAY;

/** Outside hours or on a weekend in one of the places where the consumer may be. */
export const isOffHours = (facts: Facts, hours: AllowedHours) =>
  facts.moments.some((each) => isWeekend(each) || !isWithin(each.minute, hours));

/** On a national public holiday. */
export const isOnHoliday = (facts: Facts) => facts.moments.some(isPublicHoliday);

export const nextCallingTime = (facts: Facts, from: number, hours: AllowedHours) =>
  firstAllowed(facts.places, from, (day) => (isWeekend(day) || isPublicHoliday(day) ? CLOSED : hours));

const zoneOf = (facts: Facts) => facts.places[0]?.zone ?? 'Europe/Paris';

/** Attempts in the last `days` calendar days of the consumer, the day of `at` included; oldest first. */
const attemptsCounted = (facts: Facts, days: number, at: number): readonly number[] => {
  const zone = zoneOf(facts);
  const begins = instantOfWall(addDaysTo(wallClock(at, zone).date, 1 - days), 0, zone);
  return facts.callAttempts.filter((attempt) => attempt >= begins);
};

/** So many attempts in the last `days` calendar days of the consumer, today included. */
export const isQuotaUsedUp = (facts: Facts, attempts: number, days: number): boolean =>
  facts.callAttempts.length >= attempts && attemptsCounted(facts, days, facts.at).length >= attempts;

/** When enough attempts have left the count: the midnight that begins that day. */
export const quotaFreedAt = (facts: Facts, from: number, attempts: number, days: number): number => {
  if (facts.callAttempts.length < attempts) return from;
  const counted = attemptsCounted(facts, days, from);
  const leaving = counted[counted.length - attempts];
  if (leaving === undefined) return from;
  const zone = zoneOf(facts);
  return Math.max(from, instantOfWall(addDaysTo(wallClock(leaving, zone).date, days), 0, zone));
};
