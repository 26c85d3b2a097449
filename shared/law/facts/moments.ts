import type { Place } from '#shared/domain/contact/phone/dialling.ts';
import { addDaysTo, instantOfWall, isHoliday, wallClock, weekdayOfDate } from '#shared/domain/time/calendar.ts';

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
export type AllowedHours = readonly (readonly [from: number, until: number])[];

export const isWithin = (minute: number, hours: AllowedHours): boolean =>
  hours.some(([from, until]) => minute >= from && minute < until);

const LONGEST_CLOSURE_DAYS = 15;

const nextAllowedIn = (place: Place, from: number, hoursOn: (day: Moment) => AllowedHours): number | undefined => {
  const now = momentAt(from, place);
  const today = hoursOn(now);
  if (isWithin(now.minute, today)) return from;
  for (const [opens] of today) if (opens > now.minute) return instantOfWall(now.date, opens, place.zone);
  for (let days = 1; days < LONGEST_CLOSURE_DAYS; days++) {
    const date = addDaysTo(now.date, days);
    const [first] = hoursOn(dayIn(place, date));
    if (first) return instantOfWall(date, first[0], place.zone);
  }
  return undefined;
};

const MOST_ROUNDS = 60;

/**
 * The first instant from `from` on that suits all. Each in turn moves it on, to the first that suits itself, until all
 * agree; whoever has just moved it agrees with its own answer and is not asked again. `undefined`: never.
 */
export const firstForAll = <One>(
  all: readonly One[],
  from: number,
  nextFor: (one: One, from: number) => number | undefined,
): number | undefined => {
  let at = from;
  let agreeing = 0;
  for (let round = 0; round < MOST_ROUNDS; round++)
    for (const one of all) {
      const next = nextFor(one, at);
      if (next === undefined) return undefined;
      agreeing = next > at ? 1 : agreeing + 1;
      at = Math.max(at, next);
      if (agreeing === all.length) return at;
    }
  return all.length === 0 ? from : undefined;
};

/**
 * The first instant from `from` on that is open in every place at once, on each place's own calendar, across changes of
 * its clock. `undefined` when they never meet.
 */
export const firstAllowed = (
  places: readonly Place[],
  from: number,
  hoursOn: (day: Moment) => AllowedHours,
): number | undefined => firstForAll(places, from, (place, at) => nextAllowedIn(place, at, hoursOn));
