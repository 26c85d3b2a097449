import type { Instant } from '../ids.ts';
import { instantOfWall, isZone } from '../time/calendar.ts';
import { Day } from '../time/day.ts';
import { millisecondsOf, toInstant } from '../time/instant.ts';

/** A day, with a time of the day or none, with an offset from UTC or none: `2026-11-24 10:40:00`. */
const WRITTEN =
  /^(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,9})?)?(?<offset> ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?$/;
/** The same as tools write it that begin with the day: `24/11/2026 10:40`. */
const DAY_FIRST = /^(?<day>\d\d)[/.-](?<month>\d\d)[/.-](?<year>\d{4})(?= |$)/;

const offsetOf = (offset: string): string => {
  const plain = offset.trim();
  if (!/^[+-]/.test(plain)) return 'Z';
  return plain.includes(':') ? plain : `${plain.slice(0, 3)}:${plain.slice(3)}`;
};

/** How a time is read that does not say all. */
export interface TimeReading {
  /** Of a time without an offset. */
  readonly zone: string;
  /** Of a day without a time: its last second, and not its first. */
  readonly atEnd?: true;
  /** What is later has not happened. */
  readonly now: Instant;
}

/** Clocks of others may be this far ahead of ours, in ms. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * The instant that a cell says, of the years 1900 to 2999. Of a day alone it is the first second, or the last one where that is
 * asked for and has passed. `undefined`: it says none, or one that is yet to come.
 */
export const instantIn = (text: string, { zone, atEnd, now }: TimeReading): Instant | undefined => {
  const parts = WRITTEN.exec(text.trim().replace(DAY_FIRST, '$<year>-$<month>-$<day>'))?.groups;
  const { date = '', hour, minute = '00', second = '00', offset } = parts ?? {};
  if (
    !Day.safeParse(date).success ||
    !isZone(zone) ||
    Number(hour ?? 0) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59
  )
    return undefined;
  const ofDay = Number(hour ?? 0) * 60 + Number(minute);
  const begins =
    offset === undefined
      ? instantOfWall(date, ofDay, zone) + Number(second) * 1000
      : Date.parse(`${date}T${hour}:${minute}:${second}${offsetOf(offset)}`);
  if (Number.isNaN(begins) || begins > millisecondsOf(now) + TOLERANCE_MS) return undefined;
  const ends = hour === undefined && atEnd ? instantOfWall(date, 24 * 60 - 1, zone) + 59_999 : begins;
  return toInstant(Math.min(ends, Math.max(begins, millisecondsOf(now))));
};
