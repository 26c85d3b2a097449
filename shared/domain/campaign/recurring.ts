import type { Instant } from '../ids.ts';
import { type Claim, LONGEST_VALIDITY_DAYS, type Sends } from '../message/message.ts';
import { addDays, addSeconds, END_OF_TIME, earlier, later, millisecondsOf } from '../time/instant.ts';
import type { Campaign, Occurrence } from './campaign.ts';
import { untakenAtEnd } from './held.ts';
import { runMarkIn, runMarkOf } from './names.ts';
import { heldToTheEnd, LEFT_TO_NEXT, TURN_MISSED } from './recipient.ts';
import { nextRun, runsBetween } from './schedule.ts';

/** The next run of a campaign after an instant; `undefined`: there is none. Runs that were missed are not made up for. */
export const runAfter = (
  { schedule, endsAt }: Pick<Campaign, 'schedule' | 'endsAt'>,
  after: Instant,
): Instant | undefined => ('every' in schedule ? nextRun(schedule, after, endsAt)?.at : undefined);

/**
 * Until when somebody of a run may be written to: until the campaign ends, for the longest that a message may be valid, and no longer than
 * until the next run begins, which takes up whoever was not reached.
 */
export const validUntilOf = (campaign: Campaign, scheduledAt: Instant, startedAt: Instant): Instant => {
  const longest = earlier(campaign.endsAt, addDays(startedAt, LONGEST_VALIDITY_DAYS));
  return earlier(longest, runAfter(campaign, later(scheduledAt, startedAt)) ?? longest);
};

/** Is there a run after this one, which takes up whoever it does not reach? */
const isTakenUpAgain = (campaign: Campaign, { scheduledAt, startedAt }: Occurrence): boolean =>
  runAfter(campaign, later(scheduledAt, startedAt)) !== undefined;

/** Seconds from one run of a recurring campaign to the next one. */
const secondsToNext = (schedule: Parameters<typeof nextRun>[0], scheduledAt: Instant): number => {
  const next = nextRun(schedule, scheduledAt, END_OF_TIME)?.at ?? scheduledAt;
  return (millisecondsOf(next) - millisecondsOf(scheduledAt)) / 1_000;
};

/** Of the time to the next run, the part in which one whose time came during a pause still starts; half of it is between any two messages. */
const LATE_PART = 4;

/**
 * Until when a run still starts whose time came while its campaign was paused, once that goes on: for a quarter of the time to the next one;
 * one that does not recur, until the campaign ends.
 */
const startsUntil = ({ schedule, endsAt }: Pick<Campaign, 'schedule' | 'endsAt'>, scheduledAt: Instant): Instant => {
  if (!('every' in schedule)) return endsAt;
  return earlier(endsAt, addSeconds(scheduledAt, Math.floor(secondsToNext(schedule, scheduledAt) / LATE_PART)));
};

/**
 * The same, by when it was paused last: where that was after its time to start late had passed, and no clock had called for it, it still starts where
 * the campaign goes on before the next run.
 */
export const resumableUntil = (
  campaign: Pick<Campaign, 'schedule' | 'endsAt' | 'pausedAt'>,
  scheduledAt: Instant,
): Instant => {
  const until = startsUntil(campaign, scheduledAt);
  const { pausedAt, endsAt } = campaign;
  return pausedAt === undefined || pausedAt <= until ? until : (runAfter(campaign, pausedAt) ?? endsAt);
};

/**
 * Since when a campaign is paused that pauses itself before a run starts: since the time of that run, which started in no minute of it; where the
 * clock calls after its time to start late, since now, so that it is not skipped for that.
 */
export const pausedBefore = (
  campaign: Pick<Campaign, 'schedule' | 'endsAt'>,
  scheduledAt: Instant,
  now: Instant,
): Instant => (now < startsUntil(campaign, scheduledAt) ? scheduledAt : now);

/** It starts, it waits for its campaign to go on, or it is skipped with those after it. */
export type Start = 'starts' | 'waits' | { readonly skipped: readonly Instant[] };

/**
 * What becomes of a run whose time has come, by whether its campaign is paused, or was as its time to start late passed. One that does not recur starts
 * at its end in any case, so that everybody of it has a state.
 */
export const startOf = (
  campaign: Pick<Campaign, 'schedule' | 'endsAt' | 'control' | 'pausedAt' | 'resumedAt'>,
  scheduledAt: Instant,
  now: Instant,
): Start => {
  const { schedule, control, resumedAt } = campaign;
  const pausedUntil = control === 'paused' ? now : resumedAt;
  const isTooLate = (at: Instant): boolean => pausedUntil !== undefined && resumableUntil(campaign, at) <= pausedUntil;
  if (!isTooLate(scheduledAt)) return control === 'paused' ? 'waits' : 'starts';
  if (!('every' in schedule)) return 'starts';
  return { skipped: [scheduledAt, ...runsBetween(schedule, scheduledAt, now)].filter(isTooLate) };
};

/** As many skipped runs are kept as of the latest that are shown. */
const MOST_SKIPPED = 31;

/** A campaign with more runs that were skipped, whether they are noted already or will be within the minute. */
export const withSkipped = <C extends Pick<Campaign, 'skipped'>>(campaign: C, more: readonly Instant[]): C => {
  const skipped = [...new Set([...(campaign.skipped ?? []), ...more])].slice(-MOST_SKIPPED);
  return more.length === 0 ? campaign : { ...campaign, skipped };
};

/** What the next minute makes of the run that is listed next. */
export interface Coming {
  /** What is next then; absent: none is to come. */
  readonly nextRun: Instant | undefined;
  /** It starts within the minute, and its time came during a pause. */
  readonly lateRun: Instant | undefined;
  /** Those that are skipped before it. */
  readonly skipped: readonly Instant[];
}

/** Was it paused at that time, until it went on last? A version before did not note when it was paused. */
const isWithin = (at: Instant, { pausedAt, resumedAt }: Pick<Campaign, 'pausedAt' | 'resumedAt'>): boolean =>
  resumedAt !== undefined && at <= resumedAt && (pausedAt === undefined || pausedAt <= at);

/** The same, as the clock will find it by its next call: until then nothing of it is noted. */
export const comingOf = (campaign: Campaign, listed: Instant | undefined, now: Instant): Coming => {
  const skipped: Instant[] = [];
  let at = listed;
  while (at !== undefined && at <= now) {
    const start = startOf(campaign, at, now);
    const isLate = start === 'starts' && campaign.control === 'running' && isWithin(at, campaign);
    if (start === 'starts' || start === 'waits') return { nextRun: at, lateRun: isLate ? at : undefined, skipped };
    skipped.push(...start.skipped);
    at = runAfter(campaign, start.skipped.at(-1) ?? at);
  }
  return { nextRun: at, lateRun: undefined, skipped };
};

/**
 * The runs that were skipped just after this one: no other run lies between. Of more in a row than are kept, what is before the earliest is
 * forgotten: none is named after a run before these.
 */
export const skippedAfter = (
  campaign: Pick<Campaign, 'schedule' | 'endsAt' | 'skipped'>,
  scheduledAt: Instant,
): readonly Instant[] => {
  const { skipped = [] } = campaign;
  const found: Instant[] = [];
  for (let at = runAfter(campaign, scheduledAt); at !== undefined; at = runAfter(campaign, at)) {
    if (!skipped.includes(at)) break;
    found.push(at);
  }
  return found;
};

/**
 * What other runs of the same campaign claimed of them less than half the time between two runs ago. All runs say the same, and one that was
 * late (paused, decided late, slow) may reach somebody just before the next one begins. A claim may still be undone while its worker is on it.
 */
export const sendsOfOtherRuns = (
  campaign: Campaign,
  occurrence: Occurrence,
  sends: readonly Sends[],
  now: Instant,
): readonly Claim[] => {
  const { schedule, channel } = campaign;
  const own = sends.filter((each) => each.channel === channel && each.entries.length > 0);
  if (!('every' in schedule) || own.length === 0) return [];
  const { scheduledAt } = occurrence;
  const since = addSeconds(now, -Math.floor(secondsToNext(schedule, scheduledAt) / 2));
  const isOther = ({ messageId, claimedAt, test }: Claim): boolean =>
    claimedAt > since && test === undefined && runMarkIn(messageId) !== runMarkOf(occurrence);
  const lately = own.flatMap(({ entries }) => entries.filter(isOther));
  if (lately.length === 0) return [];
  const others = runsBetween(schedule, addDays(since, -LONGEST_VALIDITY_DAYS), later(now, scheduledAt));
  const marks = new Set(others.map((at) => runMarkOf({ ...occurrence, scheduledAt: at })));
  return lately.filter(({ messageId }) => marks.has(runMarkIn(messageId)));
};

/** What the same run sent to other addresses of the person of a recipient. */
export const sendsOfThisRun = (
  occurrence: Occurrence,
  channel: Campaign['channel'],
  sendsBeside: readonly Sends[],
): readonly Claim[] => {
  const mark = runMarkOf(occurrence);
  return sendsBeside
    .filter((each) => each.channel === channel)
    .flatMap(({ entries }) => entries.filter(({ messageId }) => runMarkIn(messageId) === mark));
};

interface Of {
  readonly campaign: Campaign;
  readonly occurrence: Occurrence;
}

/** Why nobody took them up before the end of the run. */
export const lateCodeOf = ({ campaign, occurrence }: Of): string =>
  isTakenUpAgain(campaign, occurrence) ? LEFT_TO_NEXT : TURN_MISSED;

/** What held back a run up to its end, as it was noted before: a pause, a halt, or a provider that takes nothing. `undefined`: nothing did. */
const heldBackBy = ({ campaign, occurrence }: Of): string | undefined => {
  const { control, pausedAt, pausedBecause } = campaign;
  const { validUntil, stopped = 'nothing' } = occurrence;
  if (control === 'paused' && (pausedAt === undefined || pausedAt < validUntil)) return pausedBecause ?? 'paused';
  return stopped === 'nothing' ? untakenAtEnd(occurrence) : stopped;
};

/** The same, with what held them back. */
export const heldLateCodeOf = (of: Of): string => heldToTheEnd(lateCodeOf(of), heldBackBy(of));
