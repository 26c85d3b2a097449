import { addDaysTo, instantOfWall, isHoliday, wallClock } from '#shared/domain/calendar.ts';
import type { CaseFacts } from './scenario.ts';

/** A Tuesday at an hour at which no clock defers; scenarios that name no time are asked then. */
export const USUAL_TIME = '2026-11-24T11:00';
const ZONE = 'Europe/Paris';
/** A fortnight holds every weekday twice, and no two of its holidays fall on the same. */
const DAYS_LOOKED_AT = 22;

const wallOf = (localTime: string) => {
  const [date = '', time = ''] = localTime.split('T');
  return { date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) };
};

const at = (localTime: string): number => {
  const { date, minute } = wallOf(localTime);
  return instantOfWall(date, minute, ZONE);
};

export const timeOf = ({ message }: CaseFacts): string => message.localTime ?? USUAL_TIME;

/** Scenarios by their moment, earliest first: a clock only goes forward. */
export const byTime = <T extends { readonly facts: CaseFacts }>(scenarios: readonly T[]): readonly T[] =>
  scenarios.toSorted((a, b) => at(timeOf(a.facts)) - at(timeOf(b.facts)));

/** Where the clock of a new stack must start for these. */
export const startFor = (scenarios: readonly { readonly facts: CaseFacts }[]): number =>
  Math.min(at(USUAL_TIME), ...scenarios.map(({ facts }) => at(timeOf(facts))));

/**
 * The moment to ask at, on a clock that shows `now`: the time named; where that is past, the next day like it (same
 * weekday and minute, a holiday or not as it was). Minutes that have begun already count as now.
 */
export const momentFor = (localTime: string, now: number): number => {
  const wanted = at(localTime);
  if (wanted >= now - 30 * 60_000) return Math.max(wanted, now);
  const { date, minute } = wallOf(localTime);
  const { weekday } = wallClock(wanted, ZONE);
  const today = wallClock(now, ZONE).date;
  for (let days = 0; days < DAYS_LOOKED_AT; days++) {
    const day = addDaysTo(today, days);
    const moment = instantOfWall(day, minute, ZONE);
    const isAlike = wallClock(moment, ZONE).weekday === weekday && isHoliday(day, ['FR']) === isHoliday(date, ['FR']);
    if (isAlike && moment >= now) return moment;
  }
  throw new RangeError(`no day like ${localTime} within three weeks`);
};
