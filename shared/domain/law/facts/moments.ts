import { addDaysTo, instantOfWall, isHoliday, wallClock, weekdayOfDate } from '../../calendar.ts';
import type { Place } from '../../dialling.ts';

/** One candidate place of the recipient, and what its wall clock and calendar show. */
export interface Moment {
  readonly place: Place;
  readonly date: string;
  readonly minute: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly isHoliday: boolean;
}

export const momentAt = (milliseconds: number, place: Place): Moment => {
  const { date, minute, weekday } = wallClock(milliseconds, place.zone);
  return { place, date, minute, weekday, isHoliday: isHoliday(date, place.regions) };
};

/** A day of one place, seen at noon. */
const dayIn = (place: Place, date: string): Moment => ({
  place,
  date,
  minute: 12 * 60,
  weekday: weekdayOfDate(date),
  isHoliday: isHoliday(date, place.regions),
});

/** `08:00` as minutes since midnight; `24:00` is the end of the day. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Minutes of the day that are open on some date: `[from, until)`, in order. */
export type Opening = readonly (readonly [from: number, until: number])[];

export const isWithin = (minute: number, opening: Opening): boolean =>
  opening.some(([from, until]) => minute >= from && minute < until);

const LONGEST_CLOSURE_DAYS = 15;

const nextOpeningIn = (place: Place, from: number, openingOn: (day: Moment) => Opening): number | undefined => {
  const now = momentAt(from, place);
  if (isWithin(now.minute, openingOn(now))) return from;
  for (let days = 0; days < LONGEST_CLOSURE_DAYS; days++) {
    const date = addDaysTo(now.date, days);
    const opens = openingOn(dayIn(place, date)).find(([start]) => days > 0 || start > now.minute);
    if (opens) return instantOfWall(date, opens[0], place.zone);
  }
  return undefined;
};

/**
 * The first instant from `from` on that is open in every place at once, on each place's own calendar, across changes of
 * its clock. `undefined` when they never meet within a fortnight.
 */
export const firstOpen = (
  places: readonly Place[],
  from: number,
  openingOn: (day: Moment) => Opening,
): number | undefined => {
  let at: number | undefined = from;
  for (let round = 0; round < 60 && at !== undefined; round++) {
    const start: number = at;
    let latest: number | undefined = start;
    for (const place of places) {
      const opens = nextOpeningIn(place, start, openingOn);
      latest = opens === undefined || latest === undefined ? undefined : Math.max(latest, opens);
    }
    if (latest === start) return start;
    at = latest;
  }
  return undefined;
};
