import { allOf, atMost, settleAtMost } from '#shared/domain/at-most.ts';
import type { Chunk, Occurrence } from '#shared/domain/campaign/campaign.ts';
import { capacityOf, delaysOf, roomOf, sharesOf } from '#shared/domain/campaign/pace.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { isSent, paceOf, type SentChannel } from '#shared/domain/message/channel.ts';
import { addSeconds, millisecondsOf, minuteOf } from '#shared/domain/time/instant.ts';
import { type CutPorts, cutChunks } from './cut-chunks.ts';
import { finishIfDone } from './finish-run.ts';
import { countDue, countLast, type DuePorts, dueOf, type FoundRun, lookAtRun, withDue } from './look-at-run.ts';
import { recipientsIn } from './ramp-of-day.ts';
import type { ChunkReference, OpenChunk, Quotas } from './runs.port.ts';

export interface DispatchPorts extends CutPorts {
  readonly reviews: DuePorts['reviews'];
  readonly quotas: Quotas;
}

/** What a minute did. */
export interface Dispatched {
  /** Recipients cut into chunks. */
  readonly cut: number;
  readonly finished: number;
}

const RUNS_AT_ONCE = 8;
const MINUTE_MS = 60_000;
/** Recipients of all runs that end, of whom nobody is written to any more: they cost no provider anything, but the queue its room. */
const CLOSED_A_MINUTE = 20_000;
/** A chunk that nobody settled for so long may have been lost with its entry of the queue. */
const LOST_AFTER_SECONDS = 1_800;
/** The function has fifty seconds: after so many nothing more is begun. */
const WORK_SECONDS = 40;
/** Later than any instant that is stored. */
const FAR: Instant = '9999-12-31T23:59:59.999Z' as Instant;

/**
 * One minute of all runs: shares among those that run what the provider takes, cuts as many of their recipients into chunks, and
 * ends those whose recipients all have a final state. The first who asks for a minute does it, and nobody else. What fails of
 * one run stops no other; throws the first failure at the end. `begunAt`: when the run of the function began.
 */
export const dispatchMinute = async (
  ports: DispatchPorts,
  begunAt: Instant = ports.clock.now(),
): Promise<Dispatched | undefined> => {
  const now = ports.clock.now();
  const times = { now, until: addSeconds(begunAt, WORK_SECONDS) };
  if (!(await ports.runs.takeMinute(minuteOf(now)))) return undefined;
  const names = await ports.runs.running();
  const looked = await settleAtMost(RUNS_AT_ONCE, names, (run) => lookAtRun(ports.runs, run, now));
  const found = looked.flatMap((each) => (each.status === 'fulfilled' && each.value !== undefined ? [each.value] : []));
  const { shared, failed } = await shareOut(ports, found, now);
  const done = await settleAtMost(RUNS_AT_ONCE, shared, ({ found: each, share }) => goOn(ports, each, share, times));
  allOf(looked);
  allOf(failed);
  const counts = allOf(done);
  return {
    cut: counts.reduce((sum, { cut }) => sum + cut, 0),
    finished: counts.filter(({ isFinished }) => isFinished).length,
  };
};

/** A run and what it may cut. */
interface Shared {
  found: FoundRun;
  share: number;
}

/** What some channels leave by, and how many recipients of campaigns may leave by it in a minute. */
interface Route {
  readonly capacity: number;
  readonly channels: readonly string[];
}

/** Each route once, whichever of its channels it was asked of. */
const routesIn = (read: readonly PromiseSettledResult<Route>[]): readonly Route[] => {
  const routes = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return [...new Map(routes.map((route) => [route.channels.join(), route])).values()];
};

/** What the limits of a run let leave of it in this minute. */
const limitOf = ({ campaign, ofRamp }: FoundRun): number =>
  Math.min(campaign.maxPerMinute ?? Number.POSITIVE_INFINITY, ofRamp?.left ?? Number.POSITIVE_INFINITY);

/** What a run can use of this minute: those who may leave and whose time has come, as far as its own limits let them. */
const mostOf = ({ found }: Shared): number => Math.min(countDue(found), limitOf(found));

/** What it can use beside its share for those who wait for a human still. */
const moreOf = ({ found, share }: Shared): number => Math.min(countLast(found), limitOf(found) - share);

/** What a capacity leaves beside all that is in the hands of workers of these runs. */
const roomIn = (capacity: number, own: readonly Shared[]): number =>
  roomOf(
    capacity,
    own.reduce((sum, { found: { campaign, open } }) => sum + recipientsIn(campaign.channel, open), 0),
  );

/**
 * What each run may cut, in their order; route by route, since all the channels of one provider share what it takes. Whoever waits for a
 * human still is shared what all others leave: with nothing decided, no place is taken from who may leave. Who waits is looked
 * at only where somebody may leave. Where what a provider takes cannot be read, nobody of its channel leaves, and `failed` says why.
 */
const shareOut = async (
  ports: DispatchPorts,
  found: readonly FoundRun[],
  now: Instant,
): Promise<{ readonly shared: readonly Shared[]; readonly failed: readonly PromiseSettledResult<unknown>[] }> => {
  const shared = found.map((each): Shared => ({ found: each, share: 0 }));
  const minute = Math.floor(millisecondsOf(now) / MINUTE_MS);
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
  const active = shared.filter(({ found: { campaign, mayWork } }) => mayWork && isSent(campaign.channel));
  const channels = [...new Set(active.map(({ found: { campaign } }) => campaign.channel as SentChannel))];
  const read = await settleAtMost(RUNS_AT_ONCE, channels, async (channel): Promise<Route> => {
    const quota = await ports.quotas.of(channel);
    return { capacity: capacityOf(quota), channels: quota.sharedBy ?? [channel] };
  });
  const failed = await settleAtMost(RUNS_AT_ONCE, routesIn(read), async (route) => {
    if (route.capacity === 0) return;
    const own = active.filter(({ found: { campaign } }) => route.channels.includes(campaign.channel));
    await atMost(RUNS_AT_ONCE, own, async (each) => {
      each.found = await withDue(ports, each.found, now);
    });
    const due = own.filter(({ found: each }) => countDue(each) > 0);
    const given = share(due, roomIn(route.capacity, due), mostOf);
    const last = own.filter(({ found: each }) => countLast(each) > 0);
    const left = roomIn(route.capacity, [...new Set([...due, ...last])]) - given;
    if (left > 0) share(last, left, moreOf);
  });
  return { shared, failed: [...read, ...failed] };
};

/** Puts chunks on the queue one after the other, spread over the minute; one that has a time of its own, for so many seconds later. */
const spreading = ({ queue }: DispatchPorts, { run, campaign }: FoundRun, share: number) => {
  const delays = delaysOf(Math.ceil(share / paceOf(campaign.channel).recipients));
  let sent = 0;
  return async ({ chunkId }: Pick<Chunk, 'chunkId'>, own?: number): Promise<void> => {
    const reference: ChunkReference = { ...run, chunkId };
    await queue.put(reference, own ?? delays[sent] ?? delays.at(-1) ?? 0);
    sent += 1;
  };
};

/** The run with a share taken of the day of its ramp, where it has one; `undefined`: somebody else changed it meanwhile. */
const takenOfRamp = async (
  { runs }: DispatchPorts,
  { access, occurrence, ofRamp }: FoundRun,
  share: number,
): Promise<Occurrence | undefined> => {
  if (ofRamp === undefined) return occurrence;
  const ramped = { ...ofRamp.ramped, taken: ofRamp.ramped.taken + share };
  const isTaken = await runs.takeOfRamp(access, occurrence, ramped);
  return isTaken ? { ...occurrence, ramped, revision: occurrence.revision + 1 } : undefined;
};

const goOn = async (
  ports: DispatchPorts,
  found: FoundRun,
  share: number,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<{ readonly cut: number; readonly isFinished: boolean }> => {
  const { access, run, campaign, open } = found;
  const send = spreading(ports, found, share);
  const putAgain = async (chunk: OpenChunk, delaySeconds?: number): Promise<void> => {
    await send(chunk, delaySeconds);
    await ports.runs.putAgain(access, run, chunk.chunkId, now);
  };
  const lost = open.filter(({ cutAt }) => addSeconds(cutAt, LOST_AFTER_SECONDS) < now);
  await atMost(RUNS_AT_ONCE, lost, async (chunk) => {
    if (ports.clock.now() < until) await putAgain(chunk);
  });
  if (share > 0) {
    const occurrence = await takenOfRamp(ports, found, share);
    // Somebody else went on with it: nobody leaves until the next minute.
    if (occurrence === undefined) return { cut: 0, isFinished: false };
    const { ramped } = found.ofRamp === undefined ? {} : occurrence;
    const waiting = campaign.control === 'cancelled' ? FAR : now;
    const due = async () => found.due ?? dueOf(ports, found, { waiting, unknown: ports.clock.now() });
    const running = { campaign, occurrence };
    const cut = await cutChunks(ports, { access, running, share, due, ramped, send, until });
    if (cut > 0) return { cut, isFinished: false };
  }
  return { cut: 0, isFinished: await finishIfDone(ports, { access, run, until, putAgain }) };
};
