import { setTimeout as wait } from 'node:timers/promises';
import type { StreamState } from '../sources/stream-source.ts';

/** What must be quiet for the stack to be idle. */
export interface Activity {
  /** Messages that functions could receive now, over all queues with a function that reads them. */
  readyMessages(): Promise<number>;
  /** Events in functions' hands, and what else was taken and is not yet done with; a stream that waits for its next try has none. */
  inFlight(): number;
  /** Of all streams: that of one that moves, else of one that is held up, else `read`. */
  streams(): StreamState;
}

export interface IdleOptions {
  /** Milliseconds to wait at most; a minute unless said. */
  readonly timeoutMs?: number;
  /** True: rejects as soon as nothing moves but a stream whose records are refused again and again; unless said, that may pass. */
  readonly endsWhenHeldUp?: boolean;
}

const CHECK_MS = 20;

const stateOf = async (activity: Activity): Promise<StreamState> => {
  if (activity.inFlight() > 0) return 'moving';
  const streams = activity.streams();
  const isMoving = (await activity.readyMessages()) > 0 || activity.inFlight() > 0;
  return isMoving ? 'moving' : streams;
};

/**
 * Resolves once nothing moves by itself any more: queues have nothing ready, streams are read to their end, no function
 * runs. Delayed messages and those of a crashed function wait for the clock and do not count; nor does what lies where nothing reads it.
 * Rejects after `timeoutMs`, or where a stream is held up and `endsWhenHeldUp` says so.
 */
export const waitUntilIdle = async (
  activity: Activity,
  { timeoutMs = 60_000, endsWhenHeldUp = false }: IdleOptions = {},
): Promise<void> => {
  const deadline = performance.now() + timeoutMs;
  let quietChecks = 0;
  while (quietChecks < 2) {
    const state = await stateOf(activity);
    if (performance.now() > deadline || (endsWhenHeldUp && state === 'held up')) {
      throw new Error(
        `Still busy after ${timeoutMs} ms: ${await activity.readyMessages()} messages ready, ${activity.inFlight()} events in hand.`,
      );
    }
    quietChecks = state === 'read' ? quietChecks + 1 : 0;
    await wait(CHECK_MS);
  }
};
