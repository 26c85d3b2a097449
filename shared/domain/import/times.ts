import type { Instant } from '../ids.ts';
import { instantOfWall, isZone } from '../time/calendar.ts';
import { Day } from '../time/day.ts';
import { millisecondsOf, toInstant } from '../time/instant.ts';

/** A day, with a time of the day or none, with an offset from UTC or none: `2026-11-24 10:40:00`. */
const WRITTEN =
  /^(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<hour>\d\d?)[:h](?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,9})?)?(?<offset> ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?$/;
/** The same as tools and spreadsheets write it that begin with the year, or with the day: `2026/11/4`, `4/11/2026 10:40`. */
const YEAR_FIRST = /^(?<year>\d{4})[/.-](?<month>\d\d?)[/.-](?<day>\d\d?)(?=[T ]|$)/;
const DAY_FIRST = /^(?<day>\d\d?)[/.-](?<month>\d\d?)[/.-](?<year>\d{4})(?=[T ]|$)/;
/** Days since one that the file does not name, as a spreadsheet keeps a date: `45352.5`. */
const SERIAL = /^(?<days>\d{5})(?:[.,](?<part>\d{1,15}))?$/;

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, and how many days later it is in those that count from 1904. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
const FROM_1904_DAYS = 1462;

/** The day and the time of the day that a spreadsheet keeps, where the other way to count comes to a day that is yet to come. */
const ofSerial = (text: string, { zone, now }: TimeReading): string => {
  const { days, part } = SERIAL.exec(text)?.groups ?? {};
  if (days === undefined || !isZone(zone)) return text;
  const dayOf = (serial: number): string => new Date(DAY_ZERO_MS + serial * DAY_MS).toISOString().slice(0, 10);
  if (instantOfWall(dayOf(Number(days) + FROM_1904_DAYS), 0, zone) <= millisecondsOf(now) + TOLERANCE_MS) return text;
  if (part === undefined || Number(part) === 0) return dayOf(Number(days));
  const seconds = Math.min(Math.round(Number(`0.${part}`) * 86_400), 86_399);
  return `${dayOf(Number(days))} ${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
};

/** Months, which a day may be as well. */
const MONTHS = 12;

/** The two numbers before a year. */
const beforeYear = (text: string): readonly [number, number] | undefined => {
  const { day, month } = DAY_FIRST.exec(text.trim())?.groups ?? {};
  return day === undefined ? undefined : [Number(day), Number(month)];
};

/** True of a date that only the order of America makes one, such as `3/25/2024`: the file may have all of its dates so. */
export const isMonthFirst = (text: string): boolean => {
  const [first = 0, second = 0] = beforeYear(text) ?? [];
  return first >= 1 && first <= MONTHS && second > MONTHS && second <= 31;
};

/** True of a date that is another one in either order, such as `12/3/2024`. */
const isOfEither = (text: string): boolean => {
  const [first = 0, second = 0] = beforeYear(text) ?? [];
  return first !== second && first <= MONTHS && second <= MONTHS;
};

const plain = (text: string, reading: TimeReading): string => {
  const written = text.trim();
  if (reading.isOrderUnknown && isOfEither(written)) return '';
  const { year, month = '', day = '' } = (YEAR_FIRST.exec(written) ?? DAY_FIRST.exec(written))?.groups ?? {};
  if (year === undefined) return ofSerial(written, reading);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${written.slice(year.length + month.length + day.length + 2)}`;
};

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
  /** The file has dates in the order of America: one that is another one in either order is none. */
  readonly isOrderUnknown?: true;
  /** What is later has not happened. */
  readonly now: Instant;
}

/** Clocks of others may be this far ahead of ours, in ms. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * The instant that a cell says, of the years 1900 to 2999, where it can be read in one way: the day before the month, as files of France have it,
 * and no year of two figures. Of a day alone it is the first second, or the last one where that is
 * asked for and has passed; midnight without an offset is a day alone there. `undefined`: it says none, or one that is yet to come.
 */
export const instantIn = (text: string, reading: TimeReading): Instant | undefined => {
  const { zone, atEnd, now } = reading;
  const parts = WRITTEN.exec(plain(text, reading))?.groups;
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
      : Date.parse(`${date}T${hour?.padStart(2, '0')}:${minute}:${second}${offsetOf(offset)}`);
  if (Number.isNaN(begins) || begins > millisecondsOf(now) + TOLERANCE_MS) return undefined;
  // A tool that keeps a day as a time writes midnight.
  const isDay = hour === undefined || (offset === undefined && ofDay === 0 && Number(second) === 0);
  const ends = isDay && atEnd ? instantOfWall(date, 24 * 60 - 1, zone) + 59_999 : begins;
  return toInstant(Math.min(ends, Math.max(begins, millisecondsOf(now))));
};
