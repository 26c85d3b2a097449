import type { Instant } from '../ids.ts';
import { addSeconds, millisecondsOf, toInstant } from '../time/instant.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What bounds how fast a run goes. */
export interface Speed {
  /** Recipients in a minute; 0: none. */
  readonly perMinute: number;
  /** Recipients on its first day, its second, and so on; after the last: no such limit. */
  readonly ramp: readonly number[];
}

/** When the recipient with this number leaves, of those who may leave from an instant on, where nobody else does. */
export const plannedAt = (from: Instant, number: number, { perMinute, ramp }: Speed): Instant => {
  if (perMinute === 0) return from;
  let [left, day] = [number, 0];
  for (const most of ramp) {
    if (left < most) break;
    left -= most;
    day += 1;
  }
  return addSeconds(from, day * 86_400 + Math.floor(left / perMinute) * 60);
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
