/** Local calendars: wall-clock time by IANA zone, and the public holidays of France and its territories. Pure. */

/** What a clock on the wall of a zone shows. */
export interface WallClock {
  /** `2026-11-24`. */
  readonly date: string;
  /** Minutes since midnight, 0 to 1439. */
  readonly minute: number;
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekday: number;
}

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
};

const offsetAt = (milliseconds: number, zone: string): number => {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(milliseconds)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(milliseconds / 1000) * 1000;
};

/** An offset that an hour begins and ends with holds for all of it; asking Intl is slow. */
const HOUR = 3_600_000;
const offsets = new Map<string, Map<number, number>>();
const MOST_KEPT = 5000;

/** The offset at the beginning of an hour, counted from 1970. */
const offsetOfHour = (hour: number, zone: string): number => {
  let ofZone = offsets.get(zone);
  if (ofZone === undefined || ofZone.size > MOST_KEPT) {
    ofZone = new Map();
    offsets.set(zone, ofZone);
  }
  const known = ofZone.get(hour);
  if (known !== undefined) return known;
  const offset = offsetAt(hour * HOUR, zone);
  ofZone.set(hour, offset);
  return offset;
};

/** The wall clock as if it were UTC, in milliseconds, so that boundaries are exact. */
const wallOf = (milliseconds: number, zone: string): number => {
  const hour = Math.floor(milliseconds / HOUR);
  const offset = offsetOfHour(hour, zone);
  // Some change their clocks within an hour: Lord Howe, and Casey in 2021, at one minute past midnight.
  const holds = offset === offsetOfHour(hour + 1, zone);
  return milliseconds + (holds ? offset : offsetAt(milliseconds, zone));
};

const dates = new Map<number, string>();
const dateOf = (wall: number): string => {
  const day = Math.floor(wall / DAY);
  const known = dates.get(day);
  if (known !== undefined) return known;
  const made = new Date(wall).toISOString().slice(0, 10);
  if (dates.size < MOST_KEPT) dates.set(day, made);
  return made;
};
const daysSinceEpoch = new Map<string, number>();
/** The days from 1 January 1970 to a date; parsing is slow, and few dates are asked for. */
const dayNumberOf = (date: string): number => {
  const known = daysSinceEpoch.get(date);
  if (known !== undefined) return known;
  const made = Date.parse(`${date}T00:00:00.000Z`) / DAY;
  if (daysSinceEpoch.size < MOST_KEPT) daysSinceEpoch.set(date, made);
  return made;
};
/** 1 January 1970 was a Thursday. */
const weekdayOf = (wall: number): number => ((((Math.floor(wall / DAY) + 3) % 7) + 7) % 7) + 1;

/** What the clock of this zone shows at this instant. Throws `RangeError` for a zone that IANA does not know. */
export const wallClock = (milliseconds: number, zone: string): WallClock => {
  const wall = wallOf(milliseconds, zone);
  return { date: dateOf(wall), minute: Math.floor((wall % DAY) / 60_000), weekday: weekdayOf(wall) };
};

/** The day in Paris at this instant: a text of French law begins and ends with it. `2026-11-24`. */
export const dayInParis = (milliseconds: number): string => wallClock(milliseconds, 'Europe/Paris').date;

/** True when the platform's tz database knows this zone. */
export const isZone = (zone: string): boolean => {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
};

/** The weekday of a date, whatever the zone: 1 is Monday. */
export const weekdayOfDate = (date: string): number => weekdayOf(dayNumberOf(date) * DAY);

/**
 * The first instant at which the clock of this zone shows this date and minute. A time that DST removes is that much
 * later on the new clock; of a time that comes twice, the first.
 */
export const instantOfWall = (date: string, minute: number, zone: string): number => {
  const wall = dayNumberOf(date) * DAY + minute * 60_000;
  const offsetNear = (at: number) => wallOf(at, zone) - at;
  const before = wall - offsetNear(wall - DAY);
  const after = wall - offsetNear(wall + DAY);
  if (before === after) return before;
  const shown = [before, after].filter((at) => wallOf(at, zone) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
};

/** The calendar day after, or some days after. */
export const addDaysTo = (date: string, days: number): string => dateOf((dayNumberOf(date) + days) * DAY);

/** Easter Sunday of a year (Gregorian computus, Meeus, Jones and Butcher), as `2026-04-05`. */
const easterOf = (year: number): string => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return dateOf(Date.UTC(year, month - 1, day));
};

/** Code du travail, art. L. 3133-1: fixed days, and days after Easter (Monday, Ascension, Whit Monday). */
const NATIONAL = {
  fixed: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  fromEaster: [1, 39, 50],
};
/**
 * Alsace and Moselle: Code du travail, art. L. 3134-13. Good Friday is a holiday there only in communes that have a
 * Protestant church or a mixed one (2°; for Moselle see L. 3134-14): which communes do is not known here, so that it is
 * closed in all.
 */
const ALSACE_MOSELLE = { fixed: ['12-26'], fromEaster: [-2] };
/**
 * Days on which the abolition of slavery is commemorated: Code du travail, art. L. 3422-2 and décret 83-1003. Saint-Martin:
 * both texts say 27 May (L. 3422-2, 3°), local custom keeps the 28th: both are closed. Mayotte: the feasts that
 * agreements and custom add (L. 3422-3) are not known here.
 */
const ABOLITION = {
  GP: ['05-27'],
  MQ: ['05-22'],
  GF: ['06-10'],
  RE: ['12-20'],
  YT: ['04-27'],
  BL: ['10-09'],
  MF: ['05-27', '05-28'],
};

/** A calendar of public holidays: France at large, or France with a region's own days. */
export type HolidayRegion = 'FR' | 'alsace-moselle' | keyof typeof ABOLITION;

const daysOf = (year: number, { fixed, fromEaster }: { fixed: readonly string[]; fromEaster: readonly number[] }) => [
  ...fixed.map((day) => `${year}-${day}`),
  ...fromEaster.map((days) => addDaysTo(easterOf(year), days)),
];

/** Every public holiday of a year in a region, the national ones included. */
export const holidaysOf = (year: number, region: HolidayRegion): readonly string[] => {
  const national = daysOf(year, NATIONAL);
  if (region === 'FR') return national;
  if (region === 'alsace-moselle') return [...national, ...daysOf(year, ALSACE_MOSELLE)];
  return [...national, ...ABOLITION[region].map((day) => `${year}-${day}`)];
};

const calendars = new Map<HolidayRegion, Map<string, boolean>>();
const isHolidayIn = (date: string, region: HolidayRegion): boolean => {
  let calendar = calendars.get(region);
  if (calendar === undefined || calendar.size > MOST_KEPT) {
    calendar = new Map();
    calendars.set(region, calendar);
  }
  let isOne = calendar.get(date);
  if (isOne === undefined) {
    isOne = holidaysOf(Number(date.slice(0, 4)), region).includes(date);
    calendar.set(date, isOne);
  }
  return isOne;
};
/** True on a public holiday of one of these regions. */
export const isHoliday = (date: string, regions: readonly HolidayRegion[]): boolean =>
  regions.some((region) => isHolidayIn(date, region));
