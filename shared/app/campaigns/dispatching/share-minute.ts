import { linesOf, roomOf, sharesOf } from '#shared/domain/campaign/pace.ts';
import type { Stopped } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import { stated } from '#shared/domain/stated.ts';
import { addSeconds, later } from '#shared/domain/time/instant.ts';
import type { OpenChunk } from '../runs.port.ts';
import { countAwaitingReview, countDue, type FoundRun } from './look-at-run.ts';
import { recipientsIn } from './ramp-of-day.ts';

/** Of a run of which the provider takes nobody so many are tried in a minute: the first that it takes gives the run its whole share again. */
const TRIED_OF_UNTAKEN = 5;
/** Where others leave no place for them, all such runs together have this part of the minute, of what is kept for single messages: one in twenty. */
const PART_OF_UNTAKEN = 1 / 20;
/**
 * Of fewer recipients a minute less than one is kept for single messages, and such runs have no part of their own: one of which nobody is tried
 * for a quarter of an hour has its share as all others again (`isUntaken`).
 */
const FEWEST_WITH_PART = 4;
/** A chunk that nobody settled for so long may have been lost with its entry of the queue. */
const LOST_AFTER_SECONDS = 1_800;
/**
 * What a worker that was killed had in hand comes to another one after six minutes. A chunk that is still open after so long is not taken for queued any more
 * where a campaign has a pace of its own: one that each worker fails on would keep the others of its run from leaving.
 */
const QUEUED_FOR_SECONDS = 600;

/**
 * A chunk that its queue has given for the last time is not on it any more, until it is put again with those that were lost. It counts for queued so long after
 * each of both: one that each worker fails on would keep all others of its route from leaving.
 */
const LEAVES_WITHIN_SECONDS = 120;

/** The places of a run among all that leave by one route. */
interface Line {
  /** Where each of its chunks begins, as far as they are full. */
  readonly places: readonly number[];
  /** How many leave of all runs. */
  readonly all: number;
  /** How many may in a minute. */
  readonly capacity: number;
}

/** A run and what it may cut. */
export interface RunShare {
  found: FoundRun;
  share: number;
  /** Chunks of which nobody settled anything for so long that they go on the queue again. */
  readonly lost: readonly OpenChunk[];
  /** Recipients in the hands of workers, or whom workers that come back would write to at once. */
  readonly queued: number;
  /** What its own pace lets leave, beside what of it is queued. */
  readonly ownRoom: number;
  /** Whether its route has nothing left of its 24 hours; absent: nobody asked. */
  isQuotaUsed?: boolean;
  /** What stops it, or `nothing`; absent: nobody asked. */
  stopped?: Stopped;
  /** Its places among all that leave by its route in this minute. */
  line: Line;
}

/** How a room is given. `mostIn`: what a run can use of it. */
interface Giving {
  readonly mostIn: (each: RunShare) => number;
  readonly minute: number;
}

/** What the pace of a campaign lets leave of a run, of which two minutes may be queued as of a route: workers that come back would send the rest at once. */
const ownRoomOf = ({ campaign: { channel, maxPerMinute }, open }: FoundRun, now: Instant): number => {
  if (maxPerMinute === undefined) return Number.POSITIVE_INFINITY;
  const queued = open.filter(({ cutAt }) => addSeconds(cutAt, QUEUED_FOR_SECONDS) >= now);
  return roomOf(maxPerMinute, recipientsIn(channel, queued));
};

/** What the limits of a run let leave of it in this minute, whatever its ramp does. */
export const limitOf = ({ ownRoom, found: { isUntaken } }: RunShare): number =>
  Math.min(ownRoom, isUntaken ? TRIED_OF_UNTAKEN : Number.POSITIVE_INFINITY);

/** What a run can use of this minute: those who may leave and whose time has come, as far as its own limits let them. */
const mostOf = (each: RunShare): number => Math.min(countDue(each.found), limitOf(each));

/** What it can use beside its share for those who wait for a human still. */
const moreOf = (each: RunShare): number =>
  Math.min(
    countAwaitingReview(each.found),
    limitOf(each) - each.share,
    each.found.ofRamp?.left ?? Number.POSITIVE_INFINITY,
  );

/** What a capacity leaves beside all that is in the hands of workers of these runs. */
export const roomIn = (capacity: number, runs: readonly RunShare[]): number =>
  roomOf(
    capacity,
    runs.reduce((sum, { queued }) => sum + queued, 0),
  );

/** Lets the chunks of all runs of a route leave one after the other: each run by itself would begin with the minute. */
export const lineUp = (runs: readonly RunShare[], capacity: number): void => {
  const leaving = runs.map(({ found: { campaign }, share, lost }) => ({
    count: share + recipientsIn(campaign.channel, lost),
    together: paceOf(campaign.channel).recipients,
  }));
  const all = leaving.reduce((sum, { count }) => sum + count, 0);
  for (const [place, places] of linesOf(leaving).entries()) {
    const each = runs[place];
    if (each !== undefined) each.line = { places, all, capacity };
  }
};

const isLost = ({ cutAt }: OpenChunk, now: Instant): boolean => addSeconds(cutAt, LOST_AFTER_SECONDS) < now;

const isQueued = (chunk: OpenChunk, now: Instant): boolean => {
  const { cutAt, lastTryAt } = chunk;
  return (
    lastTryAt === undefined || addSeconds(later(cutAt, lastTryAt), LEAVES_WITHIN_SECONDS) >= now || isLost(chunk, now)
  );
};

/** As a run is found: nothing is shared yet, and what was lost goes by itself. */
export const withoutShare = (found: FoundRun, now: Instant): RunShare => {
  const lost = found.open.filter((chunk) => isLost(chunk, now));
  const queued = found.open.filter((chunk) => isQueued(chunk, now));
  const stopped: Stopped | undefined = found.halted ?? (found.isStoppedByProvider ? 'sending-disabled' : undefined);
  const line = { places: [], all: 0, capacity: 0 };
  const shared: RunShare = {
    found,
    share: 0,
    lost,
    queued: recipientsIn(found.campaign.channel, queued),
    ownRoom: ownRoomOf(found, now),
    line,
    ...stated({ stopped }),
  };
  lineUp([shared], Number.POSITIVE_INFINITY);
  return shared;
};

/** Gives each of these runs its part of a room, as far as it wants it. Returns how much of it was given. */
export const give = (runs: readonly RunShare[], room: number, { mostIn, minute }: Giving): number => {
  const wishes = runs.map((each) => ({
    advertiserId: each.found.run.advertiserId,
    campaign: `${each.found.run.campaignId}#${each.found.run.scheduledAt}`,
    most: Math.min(room, mostIn(each)),
  }));
  const given = sharesOf(room, wishes, minute);
  for (const [place, each] of runs.entries()) each.share += given[place] ?? 0;
  return given.reduce((sum, each) => sum + each, 0);
};

const partOfUntaken = (capacity: number): number =>
  capacity < FEWEST_WITH_PART ? 0 : Math.max(1, Math.floor(capacity * PART_OF_UNTAKEN));

/**
 * Shares a minute of a route among its runs: first to those who may leave; then to runs of which the provider takes nobody, what is unused, and
 * their part at least, where they have one; then to those who wait for a human still, what all others leave.
 */
export const shareMinute = (runsOfRoute: readonly RunShare[], capacity: number, minute: number): void => {
  const due = runsOfRoute.filter(({ found }) => countDue(found) > 0);
  const [taken, untaken] = [due.filter(({ found }) => !found.isUntaken), due.filter(({ found }) => found.isUntaken)];
  const ofTaken = give(taken, roomIn(capacity, taken), { mostIn: mostOf, minute });
  const unused = roomIn(capacity, due) - ofTaken;
  const part = roomIn(partOfUntaken(capacity), untaken);
  const ofUntaken = give(untaken, Math.max(unused, part), { mostIn: mostOf, minute });
  const waiting = runsOfRoute.filter(({ found }) => countAwaitingReview(found) > 0);
  const left = roomIn(capacity, [...new Set([...due, ...waiting])]) - ofTaken - ofUntaken;
  if (left > 0) give(waiting, left, { mostIn: moreOf, minute });
};
