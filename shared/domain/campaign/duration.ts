import type { Instant } from '../ids.ts';
import { later, millisecondsOf, toInstant } from '../time/instant.ts';
import type { Line, Speed, StoredLine, Turn } from './times/line.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_HOURS = 24;

const minuteOf = (at: Instant): number => Math.floor(millisecondsOf(at) / MINUTE_MS);
const hourOfRun = (startsAt: Instant, at: Instant): number =>
  Math.max(0, Math.floor((millisecondsOf(at) - minuteOf(startsAt) * MINUTE_MS) / HOUR_MS));

export const lineOf = ({ startsAt, planned, leaving }: StoredLine): Line => {
  const leavers: number[] = [];
  for (const [hour, count] of Object.entries(leaving)) {
    const at = hourOfRun(startsAt, hour as Instant);
    leavers[at] = (leavers[at] ?? 0) + count;
  }
  const stretches = new Map(Object.entries(planned).map(([from, count]) => [minuteOf(from as Instant), count]));
  const begins = [...stretches.keys()].toSorted((a, b) => a - b);
  return { startsAt, stretches, begins, leavers, roomFrom: new Map() };
};

export const storedLine = ({ startsAt, stretches, leavers }: Line): StoredLine => ({
  startsAt,
  planned: Object.fromEntries([...stretches].map(([minute, count]) => [toInstant(minute * MINUTE_MS), count])),
  leaving: Object.fromEntries(
    [...leavers.entries()].flatMap(([hour, count = 0]) =>
      count === 0 ? [] : [[toInstant(minuteOf(startsAt) * MINUTE_MS + hour * HOUR_MS), count]],
    ),
  ),
});

/** The same, with whoever leaves counted apart. */
export const withItsLeavers = (line: Line): Line => ({
  ...line,
  leavers: [...line.leavers],
  roomFrom: new Map(line.roomFrom),
});

/** The same, as the run knows it when an hour comes: whoever it put off until a later one has taken nothing yet. */
export const asItComes = (line: Line): Line => ({ ...line, roomFrom: new Map(), isAsItComes: true });

/** How many more may leave in an hour of the run, by its ramp and by what any 24 hours with it let through. */
const roomIn = (
  { startsAt, leavers, isAsItComes }: Line,
  hour: number,
  { ramp, rampFrom, perDay, spent }: Speed,
): number => {
  const leaving = (from: number, until: number): number => {
    let sum = 0;
    for (let each = Math.max(0, from); each < until; each += 1) sum += leavers[each] ?? 0;
    return sum;
  };
  const first = hourOfRun(startsAt, rampFrom ?? startsAt);
  const day = Math.max(0, Math.floor((hour - first) / DAY_HOURS));
  const [ofDay, begins] = [ramp[day], day === 0 ? 0 : first + day * DAY_HOURS];
  const known = isAsItComes ? hour + 1 : Number.POSITIVE_INFINITY;
  const ends = Math.min(first + (day + 1) * DAY_HOURS, known);
  const ofRamp = ofDay === undefined ? Number.POSITIVE_INFINITY : ofDay - leaving(begins, ends);
  if (perDay === undefined || ofRamp <= 0) return ofRamp;
  const before = (last: number): number => {
    const at = millisecondsOf(startsAt) + last * HOUR_MS;
    return spent !== undefined && at < millisecondsOf(spent.until) ? spent.count : 0;
  };
  let most = 0;
  let sum = leaving(hour - DAY_HOURS + 1, hour);
  // Of a wave, or of a lawful hour, somebody later may have their turn already.
  for (let last = hour; last < Math.min(hour + DAY_HOURS, known); last += 1) {
    sum += (leavers[last] ?? 0) - (last === hour ? 0 : (leavers[last - DAY_HOURS] ?? 0));
    most = Math.max(most, sum + before(last));
  }
  return Math.min(ofRamp, perDay - most);
};

/** The first hour of the run, from this one on, in which somebody may leave. */
const hourWithRoom = (line: Line, from: number, speed: Speed): number => {
  // Whatever has left is forgotten a day after its hour, and no ramp is longer than its days.
  const surely = Math.max(
    from,
    line.leavers.length + DAY_HOURS,
    hourOfRun(line.startsAt, speed.rampFrom ?? line.startsAt) + speed.ramp.length * DAY_HOURS,
    hoursSpent(line, speed),
  );
  let hour = line.roomFrom.get(from) ?? from;
  while (hour < surely && roomIn(line, hour, speed) <= 0) hour += 1;
  line.roomFrom.set(from, hour);
  return hour;
};

const hoursSpent = ({ startsAt }: Line, { spent }: Speed): number =>
  spent === undefined ? 0 : Math.ceil((millisecondsOf(spent.until) - millisecondsOf(startsAt)) / HOUR_MS);

/** How many stretches begin with this minute or before. */
const begunBy = (begins: readonly number[], minute: number): number => {
  let [low, high] = [0, begins.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((begins[middle] ?? 0) <= minute) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The first minute, from this one on, in which nobody has all of the turns, and the stretch that goes on with it. */
const minuteWithTurn = (
  { stretches, begins }: Line,
  from: number,
  perMinute: number,
): { minute: number; stretch: number } => {
  let minute = from;
  for (let place = begunBy(begins, from); ; place += 1) {
    const stretch = begins[place - 1];
    if (stretch === undefined) return { minute, stretch: minute };
    const goesOn = stretch + Math.floor((stretches.get(stretch) ?? 0) / perMinute);
    if (goesOn < minute) return { minute, stretch: minute };
    const next = begins[place];
    if (next === undefined || goesOn < next) return { minute: goesOn, stretch };
    minute = next;
  }
};

/**
 * The next turn from an instant on: the first minute in which not all turns are taken, in an hour of which ramp and 24 hours have room beside
 * those who leave. Nobody takes it yet.
 */
export const nextTurn = (line: Line, from: Instant, speed: Speed): Turn => {
  const { perMinute } = speed;
  if (perMinute === 0) return { at: from, stretch: minuteOf(from), perMinute };
  const start = minuteOf(line.startsAt);
  let at = later(from, line.startsAt);
  for (;;) {
    const hour = hourOfRun(line.startsAt, at);
    const withRoom = hourWithRoom(line, hour, speed);
    const earliest = withRoom === hour ? minuteOf(at) : start + withRoom * 60;
    const { minute, stretch } = minuteWithTurn(line, earliest, perMinute);
    at = later(at, toInstant(minute * MINUTE_MS));
    if (hourOfRun(line.startsAt, at) === withRoom) return { at, stretch, perMinute };
  }
};

/** Stretches that are kept: they are stored with the job. Whoever would begin one more is foreseen at their own hour. */
const MOST_STRETCHES = 1_000;

/** Somebody takes this turn, whether they leave or not. A stretch that is full up to the next is one with it. */
export const takeTurn = ({ stretches, begins }: Line, { stretch, perMinute }: Turn): void => {
  const count = (stretches.get(stretch) ?? 0) + 1;
  if (count === 1 && stretches.size >= MOST_STRETCHES) return;
  stretches.set(stretch, count);
  if (count === 1) begins.splice(begunBy(begins, stretch), 0, stretch);
  const at = begunBy(begins, stretch);
  const next = begins[at];
  if (next === undefined || count !== (next - stretch) * perMinute) return;
  stretches.set(stretch, count + (stretches.get(next) ?? 0));
  stretches.delete(next);
  begins.splice(at, 1);
};

/** Somebody leaves then. */
export const leaveAt = ({ startsAt, leavers }: Line, at: Instant): void => {
  const hour = hourOfRun(startsAt, at);
  leavers[hour] = (leavers[hour] ?? 0) + 1;
};

/** When the last has left, to a minute; `undefined`: nobody leaves, or nothing leaves at all. */
export const lastLeavesAt = (latest: Instant | undefined, { perMinute }: Speed): Instant | undefined =>
  latest === undefined || perMinute === 0 ? undefined : toInstant((minuteOf(latest) + 1) * MINUTE_MS);
