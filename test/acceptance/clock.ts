import { atMost } from '#shared/domain/at-most.ts';
import { addDaysTo, instantOfWall, isHoliday, wallClock } from '#shared/domain/time/calendar.ts';
import type { CaseFacts } from './scenario.ts';
import type { System } from './system.ts';

/** A Tuesday at an hour at which no clock defers; what names no time is asked then. */
export const USUAL_TIME = '2026-11-24T11:00';
/** Far enough to hold a public holiday that is no Sunday, wherever one starts. */
const DAYS_LOOKED_AT = 366;
const SUNDAY = 7;
const OVERSEAS = ['RE', 'YT'] as const;

/** What a clock shows on the wall: in Paris, or in the zone that stands behind it in brackets (RFC 9557). */
const wallOf = (localTime: string) => {
  const [, date = '', hour, minute, zone = 'Europe/Paris'] =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?:\[([^\]]+)\])?$/.exec(localTime) ?? [];
  return { date, minute: Number(hour) * 60 + Number(minute), zone };
};

/** The instant (ms) that a wall clock means. */
export const instantOf = (localTime: string): number => {
  const { date, minute, zone } = wallOf(localTime);
  return instantOfWall(date, minute, zone);
};

export const timeOf = ({ message }: CaseFacts): string => message.localTime ?? USUAL_TIME;

/** Where the clock of a new stack must start to ask at these times. */
export const startFor = (times: readonly string[]): number => Math.min(instantOf(USUAL_TIME), ...times.map(instantOf));

const isLike = (day: { date: string; weekday: number }, wanted: { date: string; weekday: number }): boolean => {
  // A holiday of one overseas department alone is like no other day.
  if (isHoliday(day.date, OVERSEAS) !== isHoliday(wanted.date, OVERSEAS)) return false;
  const isFree = isHoliday(wanted.date, ['FR']);
  if (isHoliday(day.date, ['FR']) !== isFree) return false;
  return isFree ? (day.weekday === SUNDAY) === (wanted.weekday === SUNDAY) : day.weekday === wanted.weekday;
};

/**
 * The moment to ask at, on a clock that shows `now`: the time named; where that is past, the same minute of the next day
 * like it (the same weekday, or another public holiday). Minutes that have begun already count as now.
 */
export const momentFor = (localTime: string, now: number): number => {
  const wanted = instantOf(localTime);
  if (wanted >= now - 30 * 60_000) return Math.max(wanted, now);
  const { minute, zone } = wallOf(localTime);
  const today = wallClock(now, zone).date;
  for (let days = 0; days < DAYS_LOOKED_AT; days++) {
    const moment = instantOfWall(addDaysTo(today, days), minute, zone);
    if (moment >= now && isLike(wallClock(moment, zone), wallClock(wanted, zone))) return moment;
  }
  throw new RangeError(`no day like ${localTime} within a year`);
};

/** Worlds built side by side: enough to keep two cores busy. */
const WIDTH = 4;

/**
 * Does this with each at its time, earliest first, since a clock only goes forward; what shares a time, side by side.
 * Results by what they are of.
 */
export const atTheirTimes = async <T, R>(
  system: Pick<System, 'now' | 'moveTo'>,
  all: readonly T[],
  timeOf: (one: T) => string,
  act: (one: T, now: number) => Promise<R>,
): Promise<ReadonlyMap<T, R>> => {
  const results = new Map<T, R>();
  const times = [...Map.groupBy(all, timeOf)].toSorted(([a], [b]) => instantOf(a) - instantOf(b));
  for (const [time, alike] of times) {
    const before = await system.now();
    const moment = momentFor(time, before);
    if (moment > before) await system.moveTo(moment);
    const now = await system.now();
    await atMost(WIDTH, alike, async (one) => results.set(one, await act(one, now)));
  }
  return results;
};

/** Something to do when a clock shows `due` (ms), and what is due after it, if anything. */
export interface Task {
  readonly due: number;
  readonly act: () => Promise<Task | undefined>;
}

/** Does all tasks and what follows from them, earliest first; what is due at once, side by side. */
export const inOrderOfTime = async (system: Pick<System, 'now' | 'moveTo'>, tasks: readonly Task[]): Promise<void> => {
  let left = tasks;
  while (left.length > 0) {
    const due = Math.min(...left.map((task) => task.due));
    if (due > (await system.now())) await system.moveTo(due);
    const now = left.filter((task) => task.due === due);
    const next = await atMost(WIDTH, now, (task) => task.act());
    left = [...left.filter((task) => task.due !== due), ...next.filter((task) => task !== undefined)];
  }
};
