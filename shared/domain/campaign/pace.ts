/** How many recipients may leave, and whose. Pure: the minute and what the provider says come from outside. */

/** What the provider says of an account: how fast, and how many in 24 hours. */
export interface SendingQuota {
  readonly perSecond: number;
  /** `undefined`: without such a limit. */
  readonly in24Hours: number | undefined;
  readonly sentInLast24Hours: number;
  /** The provider lets the account send nothing at all, until a human has seen to it. */
  readonly isStopped?: boolean | undefined;
  /** All the channels that share it, where one route takes several. Absent: it is of one channel alone. */
  readonly sharedBy?: readonly string[] | undefined;
}

/** Of a hundred that may leave, so many are kept for single messages. */
const KEPT_PERCENT = 20;
const SECONDS = 60;

const forCampaigns = (all: number): number => Math.max(0, Math.floor((all * (100 - KEPT_PERCENT)) / 100));

/** Recipients of campaigns that may leave in any minute, and in any 24 hours; of these `undefined`: without such a limit. */
export const boundsOf = ({
  perSecond,
  in24Hours,
}: SendingQuota): { readonly perMinute: number; readonly perDay: number | undefined } => ({
  perMinute: forCampaigns(perSecond * SECONDS),
  perDay: in24Hours === undefined ? undefined : forCampaigns(in24Hours),
});

/** Recipients of campaigns that may leave in this minute. */
export const capacityOf = (quota: SendingQuota): number => {
  if (quota.isStopped === true) return 0;
  const { perMinute, perDay = Number.POSITIVE_INFINITY } = boundsOf(quota);
  return Math.max(0, Math.floor(Math.min(perMinute, perDay - quota.sentInLast24Hours)));
};

/** Nothing is left of its 24 hours for campaigns. */
export const isUsedUp = (quota: SendingQuota): boolean =>
  (boundsOf(quota).perDay ?? Number.POSITIVE_INFINITY) <= quota.sentInLast24Hours;

/** Work that a queue may hold: pause, cancel and halt act within it. */
const MINUTES_QUEUED = 2;

/** Of what a minute takes, how many more may be put on a queue that holds so many already. */
export const roomOf = (capacity: number, queued: number): number =>
  Math.max(0, Math.min(capacity, MINUTES_QUEUED * capacity - queued));

/** One that wants to send: what it can use in this minute at most. */
export interface Wish {
  readonly advertiserId: string;
  /** Its name among those of its advertiser. */
  readonly campaign: string;
  readonly most: number;
}

/** What each wish gets, in their order. */
export type Shares = readonly number[];

/** Rotates a list so that another element is first in each minute: what cannot be divided goes to each in turn. */
export const rotated = <T>(list: readonly T[], minute: number): readonly T[] => {
  if (list.length === 0) return list;
  const first = ((minute % list.length) + list.length) % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
};

/** The highest level up to which every want can be met. */
const levelOf = (capacity: number, wants: readonly number[]): number => {
  let left = capacity;
  let level = 0;
  const ascending = wants.toSorted((a, b) => a - b);
  for (const [done, want] of ascending.entries()) {
    const part = Math.floor(left / (ascending.length - done));
    if (want > part) return part;
    level = want;
    left -= want;
  }
  return level;
};

/**
 * Divides a capacity over wants: nobody gets more than it wants, and nobody less than another but for want, or by one where it
 * cannot be divided evenly; that one goes to the first in the list who want it.
 */
const divide = (capacity: number, wants: readonly number[]): readonly number[] => {
  const level = levelOf(capacity, wants);
  const even = wants.map((want) => Math.min(want, level));
  let left = capacity - even.reduce((sum, each) => sum + each, 0);
  return even.map((share, index) => {
    if (left === 0 || (wants[index] ?? 0) <= share) return share;
    left -= 1;
    return share + 1;
  });
};

/**
 * Shares a minute's capacity: first evenly over advertisers, whatever number of campaigns they run, then evenly over the
 * campaigns of each. Never more than the capacity, never more than a wish, and nothing is left while anybody wants it.
 * `minute` is the number of the minute: what cannot be divided evenly goes to another one each time.
 */
export const sharesOf = (capacity: number, wishes: readonly Wish[], minute: number): Shares => {
  const groups = Map.groupBy([...wishes.entries()], ([, { advertiserId }]) => advertiserId);
  const advertisers = rotated([...groups].toSorted(byName), minute);
  const wanted = advertisers.map(([, own]) => own.reduce((sum, [, { most }]) => sum + most, 0));
  const given = divide(capacity, wanted);
  const shares = wishes.map(() => 0);
  for (const [place, [, own]] of advertisers.entries()) {
    const campaigns = rotated(
      own.toSorted(([, a], [, b]) => (a.campaign < b.campaign ? -1 : 1)),
      Math.floor(minute / advertisers.length),
    );
    const ofOwn = divide(
      given[place] ?? 0,
      campaigns.map(([, { most }]) => most),
    );
    for (const [turn, [index]] of campaigns.entries()) shares[index] = ofOwn[turn] ?? 0;
  }
  return shares;
};

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** Those of one run who leave in a minute: how many, and how many of them go together. */
export interface Leaving {
  readonly count: number;
  readonly together: number;
}

/**
 * Lines up those who leave by one route, the parts of each run between those of the others. Of each run, in their order: the place in the
 * line at which each of its parts begins.
 */
export const linesOf = (runs: readonly Leaving[]): readonly (readonly number[])[] => {
  const parts = runs.flatMap(({ count, together }, run) =>
    Array.from({ length: Math.ceil(count / together) }, (_, part) => {
      const before = part * together;
      return { run, done: before / count, size: Math.min(together, count - before) };
    }),
  );
  const lines = runs.map((): number[] => []);
  let place = 0;
  for (const { run, size } of parts.toSorted((a, b) => a.done - b.done || a.run - b.run)) {
    lines[run]?.push(place);
    place += size;
  }
  return lines;
};

/** No queue keeps anything back for longer, in seconds (SQS). */
const LONGEST_DELAY = 900;

/**
 * Seconds from when the line begins to leave at which whoever has this place leaves, of all that leave by one route: evenly over the minute, and
 * never faster than so many in it.
 */
export const delayOf = (
  place: number,
  { all, capacity }: { readonly all: number; readonly capacity: number },
): number => {
  const inAMinute = Math.max(1, Math.min(all, capacity));
  return Math.min(LONGEST_DELAY, Math.floor((place * SECONDS) / inAMinute));
};
