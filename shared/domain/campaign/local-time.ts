import * as z from 'zod/mini';
import type { Instant } from '../ids.ts';
import { addDaysTo, instantOfWall, wallClock } from '../time/calendar.ts';
import { isDateInRange } from '../time/day.ts';
import { toInstant } from '../time/instant.ts';

const MINUTE_MS = 60_000;

const isOnTheCalendar = (local: string): boolean =>
  isDateInRange(local) && addDaysTo(local.slice(0, 10), 0) === local.slice(0, 10);

/** A date and a minute of the day, of the zone that goes with it: `2026-12-01T09:00`. */
export const LocalDateTime = z.string().check(
  z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/, {
    error: 'a local date and time without a zone, such as 2026-12-01T09:00',
    abort: true,
  }),
  z.refine(isOnTheCalendar, 'a day that exists, of the years 1900 to 2999'),
);

/** When something runs whose time was said as a local one. */
export interface Run {
  /** In UTC. */
  readonly at: Instant;
  /** The time that was asked for, as the clock on the wall of its zone shows it: `2026-12-01T09:00`. */
  readonly asked: string;
  /** Where that clock never shows it, since it is put forward over it: what it shows instead when this runs. */
  readonly shown?: string;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** What the clock on the wall of this zone shows at an instant, to the minute: `2026-12-01T09:00`. */
const localOf = (milliseconds: number, zone: string): string => {
  const { date, minute } = wallClock(milliseconds, zone);
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};

const minuteOfDay = (local: string): number => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

/**
 * When the clock of this zone shows this date and time. Of a time that comes twice, the first. A time that the clock is put
 * forward over runs at the first minute that the clock shows after it.
 */
export const runAt = (asked: string, zone: string): Run => {
  let at = instantOfWall(asked.slice(0, 10), minuteOfDay(asked), zone);
  if (localOf(at, zone) === asked) return { at: toInstant(at), asked };
  // `at` is after the gap, as far as the asked minute is into it: the minutes between are too late.
  while (localOf(at - MINUTE_MS, zone) > asked) at -= MINUTE_MS;
  return { at: toInstant(at), asked, shown: localOf(at, zone) };
};

/** The day that the clock of this zone shows: `2026-12-01`. */
export const dayIn = (zone: string, milliseconds: number): string => wallClock(milliseconds, zone).date;
