/** Local clocks, public holidays and opening hours: rulebook TIME-1, SMS-3, VOICE-3; texts §3.5 (D. 223-9), §8.1, §11. */
import { there } from './there.ts';

export interface Place {
  readonly zone: string;
  readonly territory: string;
  /** The public holidays of France are kept there; of other countries none are known. */
  readonly isFrench: boolean;
}
export interface Local {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly minute: number;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = FORMATS.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  FORMATS.set(zone, made);
  return made;
};

/** The calendar day, weekday (0 Sunday) and minute of the day of an instant in a zone (TIME-1: IANA rules, local calendar). */
export const localTime = (instant: number, zone: string): Local => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const [year, month, day] = [there(parts.year), there(parts.month), there(parts.day)];
  return {
    year,
    month,
    day,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    minute: there(parts.hour) * 60 + there(parts.minute),
  };
};

/** The number of a local day, so that days can be subtracted. */
export const dayNumber = (local: Local): number => Date.UTC(local.year, local.month - 1, local.day) / 86_400_000;

/** Easter Sunday of a year (Gregorian computus), as a day number. */
const easter = (year: number): number => {
  const a = year % 19,
    b = Math.floor(year / 100),
    c = year % 100,
    d = Math.floor(b / 4),
    e = b % 4;
  const f = Math.floor((b + 8) / 25),
    g = Math.floor((b - f + 1) / 3),
    h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4),
    k = c % 4,
    l = (32 + 2 * e + 2 * i - h - k) % 7,
    m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31),
    day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

/** The eleven days of L. 3133-1 C. trav. (texts §11). */
export const isNationalHoliday = (local: Local): boolean => {
  const fixed = ['1-1', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-25'];
  const afterEaster = dayNumber(local) - easter(local.year);
  return fixed.includes(`${local.month}-${local.day}`) || [1, 39, 50].includes(afterEaster);
};

/** L. 3422-2 C. trav.; Saint-Martin closes on 27 and 28 May, the prudent reading of texts §11. */
const ABOLITION: Record<string, readonly string[]> = {
  YT: ['4-27'],
  MQ: ['5-22'],
  GP: ['5-27'],
  MF: ['5-27', '5-28'],
  GF: ['6-10'],
  BL: ['10-9'],
  RE: ['12-20'],
};

/** Days of L. 3134-13 (Alsace-Moselle) and L. 3422-2 that L. 3133-1 has not: TIME-1 puts them on for the courtesy of SMS only. */
export const isLocalHoliday = (local: Local, territory: string): boolean => {
  if (territory === 'ALSACE-MOSELLE')
    return dayNumber(local) - easter(local.year) === -2 || `${local.month}-${local.day}` === '12-26';
  return (ABOLITION[territory] ?? []).includes(`${local.month}-${local.day}`);
};

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
/** The charter of 1 March 2026 (until 21:30, Sundays a recommendation); before it the text of 1 September 2024 (working days until 22:00), and none before that (§0). */
const CHARTER_2024 = Date.parse('2024-09-01T00:00:00+02:00');
const CHARTER_2026 = Date.parse('2026-03-01T00:00:00+01:00');

export interface SmsRules {
  readonly courtesy: boolean;
  readonly from: string;
  readonly until: string;
}

/** Why an advertising SMS or MMS may not go at this instant in this place (SMS-3, D18: the strictest window wins). */
export const smsObstacles = (instant: number, place: Place, rules: SmsRules): string[] => {
  if (instant < CHARTER_2024) return [];
  const local = localTime(instant, place.zone);
  const charter = instant >= CHARTER_2026 ? '21:30' : '22:00';
  const from = Math.max(minutes('08:00'), minutes(rules.from)),
    until = Math.min(minutes(charter), minutes(rules.until));
  const courtesy = rules.courtesy || instant < CHARTER_2026;
  const found: string[] = [];
  if (local.minute < from || local.minute >= until || (courtesy && local.weekday === 0)) found.push('QUIET_HOURS_SMS');
  if (courtesy && place.isFrench && (isNationalHoliday(local) || isLocalHoliday(local, place.territory)))
    found.push('PUBLIC_HOLIDAY');
  return found;
};

/** D. 223-9 in its first wording with hours: 1 March 2023. */
const D223_9 = Date.parse('2023-03-01T00:00:00+01:00');

/** Why a consumer may not be called at this instant in this place (D. 223-9 al. 1, applied to automated calls by VOICE-1). */
export const voiceObstacles = (instant: number, place: Place): string[] => {
  if (instant < D223_9) return [];
  const local = localTime(instant, place.zone);
  const open = (local.minute >= 600 && local.minute < 780) || (local.minute >= 840 && local.minute < 1200);
  const found: string[] = [];
  if (local.weekday === 0 || local.weekday === 6 || !open) found.push('QUIET_HOURS_VOICE');
  // A day is a holiday by L. 3133-1 where that code applies.
  if (place.isFrench && isNationalHoliday(local)) found.push('PUBLIC_HOLIDAY_VOICE');
  return found;
};

/** "Two candidates: the slot must be legal in both" (TIME-1). What is true in every place is said; else that it depends on the place (row 50). */
export const overPlaces = (places: readonly Place[], obstacles: (place: Place) => string[]): string[] => {
  const each = places.map(obstacles);
  if (each.every((found) => found.length === 0)) return [];
  const everywhere = each.flat().filter((code) => each.every((found) => found.includes(code)));
  return everywhere.length > 0 ? [...new Set(everywhere)] : ['TIMEZONE_AMBIGUOUS'];
};

/** Adds calendar years (29 February becomes 28 February). */
export const addYears = (instant: number, years: number): number => {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
};

export const DAY = 86_400_000;
