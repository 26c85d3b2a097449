import { addDaysTo, instantOfWall, weekdayOfDate } from '#shared/domain/time/calendar.ts';
import { type Random, randomOf } from '../random.ts';

/** Days on which the rules of a channel change, and others around which a year turns. */
const TURNING_DAYS = ['2024-09-01', '2025-07-02', '2026-03-01', '2026-08-11', '2026-03-29', '2026-10-25'] as const;
const FIRST_DAY = '2024-10-01';
const DAYS = 1000;

/** A day between October 2024 and June 2027, now and then beside one on which the law changes. */
const someDay = (random: Random): string =>
  random.chance(0.12)
    ? addDaysTo(random.pick(TURNING_DAYS), random.int(-2, 2))
    : addDaysTo(FIRST_DAY, random.int(0, DAYS));

/** Seeds that share their days, and how many: the rules of a day are sorted out once for all of them. */
const SEEDS_TOGETHER = 500;
const DAYS_TOGETHER = 16;

/** One of the days of the worlds around this seed. */
export const dayOf = (seed: number, random: Random): string =>
  someDay(randomOf(Math.floor(seed / SEEDS_TOGETHER) * DAYS_TOGETHER + random.int(0, DAYS_TOGETHER - 1)));

const SUNDAY = 7;
const SATURDAY = 6;
/** The same day, or the Monday after a weekend. */
const onWeekday = (date: string): string => {
  const weekday = weekdayOfDate(date);
  return weekday < SATURDAY ? date : addDaysTo(date, weekday === SUNDAY ? 1 : 2);
};

/**
 * A moment at which a clock on the wall shows a usual hour in all these zones, as far as they agree on one: on a weekday
 * between ten and noon of the zone that is furthest west.
 */
export const usualMoment = (random: Random, date: string, zones: readonly string[]): number => {
  const day = onWeekday(date);
  const minute = 10 * 60 + random.int(5, 110);
  return Math.max(...zones.map((zone) => instantOfWall(day, minute, zone))) + random.int(0, 59) * 1000;
};

/** Public holidays: national, of Alsace and Moselle (second last two), of Réunion (last). */
const HOLIDAYS = [
  '2024-11-11',
  '2024-12-25',
  '2025-04-21',
  '2025-05-01',
  '2025-05-29',
  '2025-07-14',
  '2025-08-15',
  '2026-01-01',
  '2026-04-06',
  '2026-05-08',
  '2026-05-14',
  '2026-11-11',
  '2026-12-25',
  '2027-05-06',
  '2025-04-18',
  '2026-12-26',
  '2026-12-20',
] as const;

/** Minutes of the day around which an hour of a channel begins or ends. */
const EDGES_OF_HOURS = [
  7 * 60 + 59,
  8 * 60,
  9 * 60 + 59,
  10 * 60,
  12 * 60 + 59,
  13 * 60,
  13 * 60 + 59,
  14 * 60,
  17 * 60 + 59,
  18 * 60,
  19 * 60 + 59,
  20 * 60,
  21 * 60 + 29,
  21 * 60 + 30,
  21 * 60 + 59,
  22 * 60,
  2 * 60 + 30,
  0,
  1439,
] as const;

/** Days that are holidays in one territory alone, by its zone; Saint-Barthélemy and Saint-Martin share the prefix of Guadeloupe. */
const HOLIDAYS_OF: Readonly<Record<string, readonly string[]>> = {
  'America/Guadeloupe': ['2025-05-27', '2026-05-27', '2026-05-28', '2025-10-09', '2026-10-09'],
  'America/Martinique': ['2025-05-22', '2026-05-22'],
  'Indian/Reunion': ['2025-12-20', '2024-12-20'],
  'Indian/Mayotte': ['2026-04-27', '2027-04-27'],
};

/** A moment at which texts may go in one of two zones and not in the other: the east opens first, and closes first. */
const between = (random: Random, date: string, zones: readonly string[]): number => {
  const noon = (zone: string): number => instantOfWall(date, 12 * 60, zone);
  const [east = '', west = east] = zones.toSorted((a, b) => noon(a) - noon(b));
  const minutes = (noon(west) - noon(east)) / 60_000;
  const day = onWeekday(date);
  const edge = random.pick([8 * 60, 21 * 60 + 30]);
  return instantOfWall(day, edge, east) + random.int(0, Math.max(0, minutes * 60 - 1)) * 1000;
};

/** A moment at some edge: of an hour, of a Sunday or Saturday, of a holiday. */
export const edgyMoment = (random: Random, date: string, zones: readonly string[]): number => {
  if (zones.length > 1 && random.chance(0.4)) return between(random, date, zones);
  const zone = random.pick(zones);
  const own = HOLIDAYS_OF[zone] ?? HOLIDAYS;
  const day = random.weighted<string>([
    [4, date],
    [2, addDaysTo(date, SUNDAY - weekdayOfDate(date))],
    [2, addDaysTo(date, SATURDAY - weekdayOfDate(date))],
    [3, random.pick(HOLIDAYS)],
    [2, random.pick(own)],
  ]);
  const minute = random.chance(0.35) ? 11 * 60 : random.pick(EDGES_OF_HOURS);
  return instantOfWall(day, minute, zone) + random.pick([0, 0, 59_000, 59_999]);
};
