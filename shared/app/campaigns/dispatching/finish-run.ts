import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import { isAllSelected } from '#shared/domain/campaign/held.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { addTotals, finalTotalsOf, sumOf } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Clock } from '../../clock.port.ts';
import type { OpenChunk, Runs } from '../runs.port.ts';

interface Ports {
  readonly clock: Clock;
  readonly runs: Pick<Runs, 'read' | 'isIdle' | 'close' | 'openChunks' | 'results' | 'noteSum' | 'finish'>;
}

/** A run that may have ended. */
interface Ending {
  readonly access: AdvertiserAccess;
  readonly run: RunName;
  /** From this instant on nothing more is begun. */
  readonly until: Instant;
  /** Puts a chunk on the queue again, for so many seconds later. */
  readonly putAgain: (chunk: OpenChunk, delaySeconds: number) => Promise<void>;
}

/** `!` sorts before the name of every chunk. */
const FROM_THE_START = { totals: {}, taken: 0, upTo: '!' };
/** As many seconds as its function has: later it opens nothing any more. */
export const OPENED_WITHIN_SECONDS = 50;
/** A query that reads while others write may miss some, and not for minutes. */
const MOST_AGAIN = 5;

/**
 * Opens a run again that was closed to workers, and puts on the queue what they may have left alone meanwhile, whatever the hour: first for
 * when the run is open or is left closed for the next minute, so that a dispatcher that dies between leaves nothing behind. Then, whoever
 * opened it, what came to the table between.
 */
const reopenRun = async (
  { runs }: Ports,
  { access, run, putAgain }: Ending,
  occurrence: Occurrence,
  summed: Occurrence['summed'],
): Promise<void> => {
  const before = await runs.openChunks(access, run);
  for (const chunk of before) await putAgain(chunk, OPENED_WITHIN_SECONDS);
  await runs.close(access, occurrence, { isClosed: false, summed });
  const known = new Set(before.map(({ chunkId }) => chunkId));
  for (const chunk of await runs.openChunks(access, run)) if (!known.has(chunk.chunkId)) await putAgain(chunk, 0);
};

/**
 * The run, closed to workers, where nobody of it waits or is in a worker's hands. A dispatcher beside this one, which saw somebody in the
 * audience of whom this one saw nothing, may put their chunk at any moment: before the look that follows the closing, which finds it or
 * its outcome; or after it, and no worker takes it up. `undefined`: there is something left, or somebody else went on with it; where it
 * was closed it is open again.
 */
const closeRun = async (ports: Ports, ending: Ending, found: Occurrence): Promise<Occurrence | undefined> => {
  const { runs } = ports;
  const { access, run } = ending;
  // What is added up is of one time in which it is closed.
  const summed = { ...FROM_THE_START, again: found.summed?.again ?? 0 };
  const isNew = found.isClosed !== true;
  if (isNew && !(await runs.isIdle(access, run))) return undefined;
  const occurrence = isNew ? await runs.close(access, found, { isClosed: true, summed }) : found;
  if (occurrence === undefined || (await runs.isIdle(access, run))) return occurrence;
  await reopenRun(ports, ending, occurrence, summed);
  return undefined;
};

/**
 * Ends a run once its audience was cut to its end, and nobody of it waits or is in a worker's hands: it is closed to workers, so that no
 * outcome changes, and they are added up. As many have a final state then as were cut: a query reads while others write, and alone does not
 * say it; where they are fewer, it is opened and the sum begins again, and an error says so once that goes on for minutes: a human must look.
 * They may be more: of two dispatchers beside each other one alone notes what it cut. Then they are as many as came up a first time. Where
 * there is no time for all of them, the next minute goes on after the last that was added. True: it is ended.
 */
export const finishIfDone = async (ports: Ports, ending: Ending): Promise<boolean> => {
  const { clock, runs } = ports;
  const { access, run, until } = ending;
  const running = await runs.read(access, run);
  if (running === undefined || !isAllSelected(running.occurrence)) return false;
  const occurrence = await closeRun(ports, ending, running.occurrence);
  if (occurrence === undefined) return false;
  const { again = 0 } = occurrence.summed ?? {};
  // A version before did not count who came up a first time: they are fewer then, and the sum begins again.
  let { totals, taken = 0, upTo } = occurrence.summed ?? FROM_THE_START;
  for await (const { chunkId, turn, outcomes } of runs.results(access, run, upTo)) {
    totals = addTotals(totals, finalTotalsOf(outcomes));
    if (turn === 0) taken += outcomes.length;
    upTo = chunkId;
    if (clock.now() >= until) {
      await runs.noteSum(access, occurrence, { totals, taken, upTo, again });
      return false;
    }
  }
  if (sumOf(totals) !== Math.max(occurrence.cut, taken)) {
    await reopenRun(ports, ending, occurrence, { ...FROM_THE_START, again: again + 1 });
    if (again >= MOST_AGAIN) throw new Error('The outcomes of a run do not add up to its recipients.');
    return false;
  }
  await runs.finish(access, occurrence, clock.now(), totals);
  return true;
};
