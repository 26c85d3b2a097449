import type { Instant } from '../ids.ts';
import { addSeconds, later, millisecondsOf, toInstant } from '../time/instant.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What bounds how fast a run goes. */
export interface Speed {
  /** Recipients in a minute; 0: none. */
  readonly perMinute: number;
  /** Recipients on its first day, its second, and so on; after the last: no such limit. */
  readonly ramp: readonly number[];
}

/** How many leave on each day of a run, from 0: whom the law keeps costs a ramp nothing. */
type LeaversByDay = ReadonlyMap<number, number>;

/** The day of a run, from 0, in which an instant is. */
export const dayOfRun = (startsAt: Instant, at: Instant): number =>
  Math.max(0, Math.floor((millisecondsOf(at) - millisecondsOf(startsAt)) / DAY_MS));

/** The same of those who leave by the hour; an hour in which a day ends is of the one that begins. */
export const leaversByDay = (leaving: Readonly<Record<string, number>>, startsAt: Instant): LeaversByDay => {
  const days = new Map<number, number>();
  for (const [hour, count] of Object.entries(leaving)) {
    const day = dayOfRun(startsAt, addSeconds(hour as Instant, 3_599));
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return days;
};

/** Where somebody of a run would be taken up. */
interface Place {
  readonly startsAt: Instant;
  /** They may be from here on. */
  readonly from: Instant;
  /** So many of the run, whoever they are, are before them and may be from there on as well: each takes a place of a minute. */
  readonly number: number;
}

/** When, and on which day of the run: the first on which its ramp has room beside so many who leave. */
export const plannedAt = (
  { startsAt, from, number }: Place,
  leavers: LeaversByDay,
  { perMinute, ramp }: Speed,
): { readonly at: Instant; readonly day: number } => {
  const inTurn = perMinute === 0 ? from : addSeconds(from, Math.floor(number / perMinute) * 60);
  let day = dayOfRun(startsAt, inTurn);
  if (perMinute === 0 || ramp.length === 0) return { at: inTurn, day };
  const countOf = (each: number): number => leavers.get(each) ?? 0;
  while (countOf(day) >= (ramp[day] ?? Number.POSITIVE_INFINITY)) day += 1;
  const behind = Math.floor(countOf(day) / perMinute) * 60;
  return { at: later(inTurn, addSeconds(startsAt, day === 0 ? 0 : day * 86_400 + behind)), day };
};

/**
 * When the last of a run has left, by what a minute and a day let through; `leaving`: how many may leave from which instant on.
 * `undefined`: nobody leaves, or nothing leaves today.
 */
export const lastLeavesAt = (
  leaving: Readonly<Record<string, number>>,
  startsAt: Instant,
  { perMinute, ramp }: Speed,
): Instant | undefined => {
  const groups = Object.entries(leaving).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (groups.length === 0 || perMinute === 0) return undefined;
  const start = millisecondsOf(startsAt);
  let at = start;
  let [ofDay, day] = [0, 0];
  for (const [from, count] of groups) {
    at = Math.max(at, Date.parse(from));
    for (let left = count; left > 0; ) {
      const today = Math.floor((at - start) / DAY_MS);
      if (today !== day) [day, ofDay] = [today, 0];
      const room = (ramp[day] ?? Number.POSITIVE_INFINITY) - ofDay;
      const taken = Math.min(left, room);
      left -= taken;
      ofDay += taken;
      at += (taken / perMinute) * MINUTE_MS;
      if (left > 0) at = Math.max(at, start + (day + 1) * DAY_MS);
    }
  }
  return toInstant(Math.ceil(at / MINUTE_MS) * MINUTE_MS);
};
