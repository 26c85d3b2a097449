import type { Instant } from '../ids.ts';

/** Time enters through ports only; these are pure conversions. All instants are UTC. */
export const toInstant = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;
export const millisecondsOf = (instant: Instant): number => Date.parse(instant);
/** The earlier of two instants. */
export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);

/** Later than any instant that is stored. */
export const END_OF_TIME = '9999-12-31T23:59:59.999Z' as Instant;

/** Clocks of two processes differ by less, in seconds. */
export const CLOCKS_DIFFER_SECONDS = 60;

export const addSeconds = (instant: Instant, seconds: number): Instant =>
  toInstant(millisecondsOf(instant) + seconds * 1000);
export const addDays = (instant: Instant, days: number): Instant => addSeconds(instant, days * 86_400);
/**
 * The same moment some calendar years later (UTC), ms since the epoch. A term of years that began on 29 February ends with
 * that month: in a year without that day, on the 28th.
 */
export const millisecondsAfterYears = (instant: Instant, years: number): number => {
  const date = new Date(instant);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.getUTCMonth() === month ? date.getTime() : date.setUTCDate(0);
};
/** The same, some calendar months later: a term that began on a day that the last month does not have ends with that month. */
export const millisecondsAfterMonths = (instant: Instant, months: number): number => {
  const date = new Date(instant);
  const month = date.getUTCMonth() + months;
  date.setUTCMonth(month);
  return date.getUTCMonth() === month % 12 ? date.getTime() : date.setUTCDate(0);
};
/** The same as an instant. */
export const addYears = (instant: Instant, years: number): Instant => toInstant(millisecondsAfterYears(instant, years));
const MINUTE_MS = 60_000;
/** The whole minute at or after: lists that wake by the minute bring nothing up before its time. */
export const wholeMinuteFrom = (at: Instant): Instant =>
  toInstant(Math.ceil(millisecondsOf(at) / MINUTE_MS) * MINUTE_MS);
const HOUR_MS = 60 * MINUTE_MS;
/** The full hour at or before. */
export const fullHourOf = (at: Instant): Instant => toInstant(Math.floor(millisecondsOf(at) / HOUR_MS) * HOUR_MS);
/** The first instant at which it is this day (`2026-11-24`) anywhere on Earth. */
export const firstInstantOf = (day: string): Instant => toInstant(Date.parse(`${day}T00:00:00+14:00`));
/** Whole seconds since the epoch: the form of DynamoDB's TTL. */
export const epochSeconds = (instant: Instant): number => Math.floor(millisecondsOf(instant) / 1000);
/** The first whole second after: as TTL of what serves up to that instant, the last second included. */
export const secondAfter = (instant: Instant): number => epochSeconds(instant) + 1;
/** `2026-11-24T10:05`: its minute in UTC. */
export const minuteOf = (instant: Instant): string => instant.slice(0, 16);
/** `2026-11`: the month in UTC that names a SENDS item. */
export const monthOf = (instant: Instant): string => instant.slice(0, 7);
