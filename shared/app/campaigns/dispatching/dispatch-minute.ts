import { allOf, atMost, settleAtMost } from '#shared/domain/at-most.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import { isAllSelected } from '#shared/domain/campaign/held.ts';
import { rotated } from '#shared/domain/campaign/pace.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { stated } from '#shared/domain/stated.ts';
import { addSeconds, END_OF_TIME, millisecondsOf, minuteOf } from '#shared/domain/time/instant.ts';
import type { OpenChunk } from '../runs.port.ts';
import type { BrakePorts } from '../stopping/brake-campaign.ts';
import type { CutPorts } from './cut-chunk.ts';
import { cutChunks } from './cut-chunks.ts';
import { finishIfDone } from './finish-run.ts';
import { type Due, duePagesOf, type FoundRun, isInWaves, lookAtRun, newlyCounted } from './look-at-run.ts';
import { sayUntaken, type UntakenPorts } from './say-untaken.ts';
import { setAside } from './set-aside.ts';
import type { RunShare } from './share-minute.ts';
import { type SharePorts, shareOut } from './share-out.ts';
import { spreading } from './spreading.ts';
import { type HaltPorts, withHalts } from './with-halts.ts';
import { type TenantPorts, withTenants } from './with-tenants.ts';

export type DispatchPorts = CutPorts & SharePorts & BrakePorts & HaltPorts & TenantPorts & UntakenPorts;

/** What a minute did. */
export interface Dispatched {
  /** Recipients cut into chunks. */
  readonly cut: number;
  readonly finished: number;
}

const RUNS_AT_ONCE = 8;
const MINUTE_MS = 60_000;
/**
 * Pages of audiences without anybody in them that are looked at in a minute, those of all runs together: 5,000 rows and 125 read units each,
 * so that 20 million rows are looked at in four minutes (docs/capacity.md).
 */
const MOST_EMPTY = 1_000;
/** After so many seconds of its function nothing more is begun. */
export const WORK_SECONDS = 40;
/** For so long those of waves are put on the pages of their hours, before anybody is cut: half of the time. */
const ASIDE_SECONDS = 20;
/**
 * A call that comes so many seconds after its minute began is left out: that minute is over, and what would leave of it would leave beside the share of
 * the one that goes on. Scheduler calls at any second of the minute, and clocks differ by some.
 */
const LATE_SECONDS = 75;
/** No pages at all. */
const NO_PAGES: Due = { mayLeave: [], awaitReview: [] };

/** A call of the dispatcher. */
export interface DispatchCall {
  /** When the run of the function began. */
  readonly begunAt?: Instant;
  /**
   * For when Scheduler planned the call: its minute. The clock names that of a call that nobody planned. It cannot do so for all: Scheduler may call at
   * the end of one minute and at the start of the second after it, and a clock may be behind. A minute in between would be lost.
   */
  readonly scheduledAt?: Instant | undefined;
}

/**
 * One minute of all runs: shares among those that run what the provider takes, cuts as many of their recipients into chunks, and
 * ends those whose recipients all have a final state. The first who asks for a minute does it, and nobody else. What fails of
 * one run stops no other; throws the first failure at the end.
 */
export const dispatchMinute = async (
  ports: DispatchPorts,
  { begunAt = ports.clock.now(), scheduledAt = begunAt }: DispatchCall = {},
): Promise<Dispatched | undefined> => {
  const now = ports.clock.now();
  const until = addSeconds(begunAt, WORK_SECONDS);
  if (begunAt >= addSeconds(scheduledAt, LATE_SECONDS)) return undefined;
  if (!(await ports.runs.takeMinute(minuteOf(scheduledAt)))) return undefined;
  const minute = Math.floor(millisecondsOf(scheduledAt) / MINUTE_MS);
  const names = await ports.runs.running();
  const lookedAt = await settleAtMost(RUNS_AT_ONCE, names, (run) => lookAtRun(ports, run, now));
  // Another is first in each minute: what the time does not suffice for is not of the same runs each time.
  const runs = rotated(
    lookedAt.flatMap((each) => valueIn(each) ?? []),
    minute,
  );
  const reading = runs.filter(isReading).length;
  const bounds = { now, until, mostEmpty: Math.max(1, Math.floor(MOST_EMPTY / Math.max(1, reading))) };
  const aside = { ...bounds, until: addSeconds(begunAt, ASIDE_SECONDS) };
  const pagedWaves = await settleAtMost(RUNS_AT_ONCE, runs, (each) => setAside(ports, each, aside));
  const paged = runs.map((each, place) => valueIn(pagedWaves[place]) ?? each);
  const notStopped = await withTenants(ports, await withHalts(ports, paged), minute);
  const { shares, failed } = await shareOut(ports, notStopped, { now, minute });
  sayUntaken(ports, shares, now);
  const leavesFrom = ports.clock.now();
  const worked = await settleAtMost(RUNS_AT_ONCE, shares, (each) =>
    goOn(ports, each, { ...bounds, minute, leavesFrom }),
  );
  allOf<unknown>([...lookedAt, ...pagedWaves, ...failed]);
  const counts = allOf(worked);
  return {
    cut: counts.reduce((sum, { cut }) => sum + cut, 0),
    finished: counts.filter(({ isFinished }) => isFinished).length,
  };
};

/** Is its audience read in this minute? Of one that is paused it is not. */
const isReading = (found: FoundRun): boolean =>
  !isAllSelected(found.occurrence) && (found.isClosing || found.campaign.control === 'running');

/** What came of it, unless it failed. */
const valueIn = <T>(settled: PromiseSettledResult<T> | undefined): T | undefined =>
  settled?.status === 'fulfilled' ? settled.value : undefined;

/** The run with so many places taken of the day of its ramp, where it has one; `undefined`: somebody else changed it meanwhile. */
const takenOfRamp = async (
  { runs, clock }: DispatchPorts,
  { access, occurrence, ofRamp }: FoundRun,
  places: number,
): Promise<Occurrence | undefined> => {
  if (ofRamp === undefined || places === 0) return occurrence;
  const takenAt = clock.now();
  const { taken, day } = ofRamp.ramped;
  const isFirst = occurrence.waves !== undefined && taken === 0 && day === 0;
  const ramped = { ...ofRamp.ramped, taken: taken + places, takenAt, ...(isFirst && { since: takenAt }) };
  const isTaken = await runs.takeOfRamp(access, occurrence, ramped);
  return isTaken ? { ...occurrence, ramped, revision: occurrence.revision + 1 } : undefined;
};

/** What holds a run, in one text. What is absent was never noted, which is the same as that nothing holds it. */
const heldIn = ({ isQuotaUsed = false, stopped = 'nothing', isStoppedAlone = false }: Partial<Occurrence>): string =>
  `${isQuotaUsed} ${stopped} ${isStoppedAlone}`;

/**
 * Notes whether the account has nothing left of its 24 hours for a run, and what stops it, where that has changed. It is for people to read, and nobody's turn is decided
 * by it: it comes last, and where somebody else changed the run meanwhile, a minute later.
 */
const noteHeld = async ({ runs }: DispatchPorts, { found, isQuotaUsed, stopped }: RunShare): Promise<void> => {
  const { access, run, occurrence } = found;
  const isStoppedAlone = stopped === 'sending-disabled' ? found.isStoppedByProvider === true : undefined;
  const held = { isQuotaUsed, stopped, isStoppedAlone };
  if (heldIn({ ...occurrence, ...stated(held) }) === heldIn(occurrence)) return;
  const running = await runs.read(access, run);
  if (running !== undefined) await runs.noteHeld(access, running.occurrence, held);
};

interface GoingOn {
  /** The number of the minute that was taken. */
  readonly minute: number;
  readonly now: Instant;
  readonly until: Instant;
  readonly mostEmpty: number;
  /** From when on the places in the line count. */
  readonly leavesFrom: Instant;
}

/** What a minute did of one run. */
interface Gone {
  readonly cut: number;
  readonly isFinished: boolean;
}

const goOn = async (ports: DispatchPorts, shared: RunShare, goingOn: GoingOn): Promise<Gone> => {
  const gone = await cutOrFinish(ports, shared, goingOn);
  if (!gone.isFinished) await noteHeld(ports, shared);
  return gone;
};

const cutOrFinish = async (
  ports: DispatchPorts,
  shared: RunShare,
  { minute, now, until, mostEmpty, leavesFrom }: GoingOn,
): Promise<Gone> => {
  const { found, share, lost } = shared;
  const { access, run, campaign, isClosing } = found;
  const send = spreading(ports, shared, leavesFrom);
  const putAgain = async (chunk: OpenChunk, delaySeconds?: number): Promise<void> => {
    await send(chunk, delaySeconds);
    await ports.runs.putAgain(access, run, chunk.chunkId, now);
  };
  await atMost(RUNS_AT_ONCE, lost, async (chunk) => {
    if (ports.clock.now() < until) await putAgain(chunk);
  });
  // Where nobody may leave, what is left of the audience may still be empty, and the run at its end.
  const mayCutAudience =
    !isClosing && campaign.control === 'running' && !isAllSelected(found.occurrence) && !isInWaves(found);
  if (share > 0 || mayCutAudience) {
    const places = newlyCounted(found, share);
    const occurrence = await takenOfRamp(ports, found, places);
    // Somebody else went on with it: nobody leaves until the next minute.
    if (occurrence === undefined) return { cut: 0, isFinished: false };
    const waiting = campaign.control === 'cancelled' ? END_OF_TIME : now;
    const due = async () =>
      share === 0
        ? NO_PAGES
        : (found.due ?? duePagesOf(ports, found, { waiting, unknown: ports.clock.now(), recipients: share }));
    const running = { campaign, occurrence };
    const { ofRamp } = found;
    const bounds = { until, mostEmpty, isInWaves: isInWaves(found), perMinute: shared.line.capacity };
    const cut = await cutChunks(ports, { access, running, share, places, ofRamp, minute, due, send, ...bounds });
    if (cut > 0) return { cut, isFinished: false };
  }
  return { cut: 0, isFinished: await finishIfDone(ports, { access, run, until, putAgain }) };
};
