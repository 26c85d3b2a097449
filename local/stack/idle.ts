import { setTimeout as wait } from 'node:timers/promises';
import { showsWrite } from '../sources/stream-source.ts';

/** What must be quiet for the stack to be idle. */
export interface Activity {
  /** Messages that functions could receive now, over all queues with a function. */
  readyMessages(): Promise<number>;
  /** Events in functions' hands. */
  inFlight(): number;
  /** Machine time of the last write to the store. */
  lastWriteAt(): number;
  /** Machine time from which every stream was seen to hold nothing more. */
  streamsCaughtUpAt(): number;
}

const CHECK_MS = 20;

const isQuiet = async (activity: Activity): Promise<boolean> =>
  activity.inFlight() === 0 &&
  showsWrite(activity.streamsCaughtUpAt(), activity.lastWriteAt()) &&
  (await activity.readyMessages()) === 0 &&
  activity.inFlight() === 0;

/**
 * Resolves once nothing moves by itself any more: queues have nothing ready, streams are read to their end, no function
 * runs. Delayed messages and those of a crashed function wait for the clock and do not count.
 * Rejects after `timeoutMs`.
 */
export const waitUntilIdle = async (activity: Activity, timeoutMs = 60_000): Promise<void> => {
  const deadline = performance.now() + timeoutMs;
  let quietChecks = 0;
  while (quietChecks < 2) {
    if (performance.now() > deadline) {
      throw new Error(
        `Still busy after ${timeoutMs} ms: ${await activity.readyMessages()} messages ready, ${activity.inFlight()} events in hand.`,
      );
    }
    quietChecks = (await isQuiet(activity)) ? quietChecks + 1 : 0;
    await wait(CHECK_MS);
  }
};
