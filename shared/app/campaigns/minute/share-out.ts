import { atMost, settleAtMost } from '#shared/domain/at-most.ts';
import { capacityOf, isUsedUp, linesOf, roomOf, sharesOf } from '#shared/domain/campaign/pace.ts';
import type { Stopped } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { isSent, paceOf, type SentChannel } from '#shared/domain/message/channel.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { countDue, countLast, type DuePorts, type FoundRun, withDue } from '../look-at-run.ts';
import { recipientsIn } from '../ramp-of-day.ts';
import type { OpenChunk, Quotas } from '../runs.port.ts';

/** What says how much there is to share, and who wants it. */
export interface SharePorts extends DuePorts {
  readonly quotas: Quotas;
}

const RUNS_AT_ONCE = 8;
/** Recipients of all runs that end, of whom nobody is written to any more: they cost no provider anything, but the queue its room. */
const CLOSED_A_MINUTE = 20_000;
/** Of a run of which the provider takes nobody so many are tried in a minute: the first that it takes gives the run its whole share again. */
const TRIED_OF_UNTAKEN = 5;
/** Where others leave no place for them, all such runs together have this part of the minute, of what is kept for single messages: one in twenty. */
const PART_OF_UNTAKEN = 1 / 20;
/** A chunk that nobody settled for so long may have been lost with its entry of the queue. */
const LOST_AFTER_SECONDS = 1_800;
/**
 * What a worker that was killed had in hand comes to another one after six minutes. A chunk that is still open after so long is not taken for queued any more
 * where a campaign has a pace of its own: one that each worker fails on would keep the others of its run from leaving.
 */
const QUEUED_FOR_SECONDS = 600;

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
export interface Shared {
  found: FoundRun;
  share: number;
  /** Chunks of which nobody settled anything for so long that they go on the queue again. */
  readonly lost: readonly OpenChunk[];
  /** What its own pace lets leave, beside what of it is queued. */
  readonly ownRoom: number;
  /** Whether its route has nothing left of its 24 hours; absent: nobody asked. */
  isQuotaUsed?: boolean;
  /** What stops it, or `nothing`; absent: nobody asked. */
  stopped?: Stopped;
  /** Its places among all that leave by its route in this minute. */
  line: Line;
}

/** What some channels leave by, and how many recipients of campaigns may leave by it in a minute. */
interface Route {
  readonly capacity: number;
  readonly channels: readonly string[];
  readonly isQuotaUsed: boolean;
  readonly isStopped: boolean;
}

/** Each route once, whichever of its channels it was asked of. */
const routesIn = (read: readonly PromiseSettledResult<Route>[]): readonly Route[] => {
  const routes = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return [...new Map(routes.map((route) => [route.channels.join(), route])).values()];
};

/** What the pace of a campaign lets leave of a run, of which two minutes may be queued as of a route: workers that come back would send the rest at once. */
const ownRoomOf = ({ campaign: { channel, maxPerMinute }, open }: FoundRun, now: Instant): number => {
  if (maxPerMinute === undefined) return Number.POSITIVE_INFINITY;
  const queued = open.filter(({ cutAt }) => addSeconds(cutAt, QUEUED_FOR_SECONDS) >= now);
  return roomOf(maxPerMinute, recipientsIn(channel, queued));
};

/** What the limits of a run let leave of it in this minute. */
const limitOf = ({ ownRoom, found: { ofRamp, isUntaken } }: Shared): number =>
  Math.min(ownRoom, ofRamp?.left ?? Number.POSITIVE_INFINITY, isUntaken ? TRIED_OF_UNTAKEN : Number.POSITIVE_INFINITY);

/** What a run can use of this minute: those who may leave and whose time has come, as far as its own limits let them. */
const mostOf = (each: Shared): number => Math.min(countDue(each.found), limitOf(each));

/** What it can use beside its share for those who wait for a human still. */
const moreOf = (each: Shared): number => Math.min(countLast(each.found), limitOf(each) - each.share);

/** What a capacity leaves beside all that is in the hands of workers of these runs. */
const roomIn = (capacity: number, own: readonly Shared[]): number =>
  roomOf(
    capacity,
    own.reduce((sum, { found: { campaign, open } }) => sum + recipientsIn(campaign.channel, open), 0),
  );

/** Lets the chunks of all runs of a route leave one after the other: each run by itself would begin with the minute. */
const lineUp = (own: readonly Shared[], capacity: number): void => {
  const leaving = own.map(({ found: { campaign }, share, lost }) => ({
    count: share + recipientsIn(campaign.channel, lost),
    together: paceOf(campaign.channel).recipients,
  }));
  const all = leaving.reduce((sum, { count }) => sum + count, 0);
  for (const [place, places] of linesOf(leaving).entries()) {
    const each = own[place];
    if (each !== undefined) each.line = { places, all, capacity };
  }
};

/** As a run is found: nothing is shared yet, and what was lost goes by itself. */
const withoutShare = (found: FoundRun, now: Instant): Shared => {
  const lost = found.open.filter(({ cutAt }) => addSeconds(cutAt, LOST_AFTER_SECONDS) < now);
  const stops: Stopped | undefined = found.halted ?? (found.isStoppedByProvider ? 'sending-disabled' : undefined);
  const stopped = stops === undefined ? {} : { stopped: stops };
  const shared: Shared = {
    found,
    share: 0,
    lost,
    ownRoom: ownRoomOf(found, now),
    ...stopped,
    line: { places: [], all: 0, capacity: 0 },
  };
  lineUp([shared], Number.POSITIVE_INFINITY);
  return shared;
};

/**
 * What each run may cut, in their order; route by route, since all the channels of one provider share what it takes. Whoever waits for a
 * human still is shared what all others leave: with nothing decided, no place is taken from who may leave. Who waits is looked
 * at only where somebody may leave. Where what a provider takes cannot be read, nobody of its channel leaves, and `failed` says why.
 * `minute`: the number of the minute that was taken; what cannot be divided goes to another in each.
 */
export const shareOut = async (
  ports: SharePorts,
  found: readonly FoundRun[],
  { now, minute }: { readonly now: Instant; readonly minute: number },
): Promise<{ readonly shared: readonly Shared[]; readonly failed: readonly PromiseSettledResult<unknown>[] }> => {
  const shared = found.map((each) => withoutShare(each, now));
  const share = (own: readonly Shared[], room: number, mostIn: (each: Shared) => number): number => {
    const wishes = own.map((each) => ({
      advertiserId: each.found.run.advertiserId,
      campaign: `${each.found.run.campaignId}#${each.found.run.scheduledAt}`,
      most: Math.min(room, mostIn(each)),
    }));
    const given = sharesOf(room, wishes, minute);
    for (const [place, each] of own.entries()) each.share += given[place] ?? 0;
    return given.reduce((sum, each) => sum + each, 0);
  };
  const closing = shared.filter(({ found: { isClosing } }) => isClosing);
  share(closing, roomIn(CLOSED_A_MINUTE, closing), () => CLOSED_A_MINUTE);
  lineUp(closing, CLOSED_A_MINUTE);
  const active = shared.filter(({ found: { campaign, mayWork } }) => mayWork && isSent(campaign.channel));
  const channels = [...new Set(active.map(({ found: { campaign } }) => campaign.channel as SentChannel))];
  const read = await settleAtMost(RUNS_AT_ONCE, channels, async (channel): Promise<Route> => {
    const quota = await ports.quotas.of(channel);
    return {
      capacity: capacityOf(quota),
      channels: quota.sharedBy ?? [channel],
      isQuotaUsed: isUsedUp(quota),
      isStopped: quota.isStopped === true,
    };
  });
  const failed = await settleAtMost(RUNS_AT_ONCE, routesIn(read), async (route) => {
    const own = active.filter(({ found: { campaign } }) => route.channels.includes(campaign.channel));
    for (const each of own) each.isQuotaUsed = route.isQuotaUsed;
    for (const each of own)
      each.stopped = route.isStopped || each.found.isStoppedByProvider ? 'sending-disabled' : 'nothing';
    if (route.capacity === 0) return;
    await atMost(RUNS_AT_ONCE, own, async (each) => {
      each.found = await withDue(ports, each.found, { now, recipients: Math.min(route.capacity, limitOf(each)) });
    });
    const due = own.filter(({ found: each }) => countDue(each) > 0);
    const taken = due.filter(({ found: each }) => !each.isUntaken);
    const untaken = due.filter(({ found: each }) => each.isUntaken);
    const given = share(taken, roomIn(route.capacity, taken), mostOf);
    const tried = Math.max(1, Math.floor(route.capacity * PART_OF_UNTAKEN));
    const unused = roomIn(route.capacity, due) - given;
    const ofUntaken = share(untaken, Math.max(unused, roomIn(tried, untaken)), mostOf);
    const last = own.filter(({ found: each }) => countLast(each) > 0);
    const left = roomIn(route.capacity, [...new Set([...due, ...last])]) - given - ofUntaken;
    if (left > 0) share(last, left, moreOf);
    lineUp(own, route.capacity);
  });
  return { shared, failed: [...read, ...failed] };
};
