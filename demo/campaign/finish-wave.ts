import type { Aval } from '#tools/start/aval.ts';

/** What of a running system a wave moves by. */
export type Moving = Pick<Aval, 'idle' | 'queueDepths'> & { readonly clock: Pick<Aval['clock'], 'advance'> };

/** How far a campaign is. */
export interface WaveSeen {
  /** Everyone of its audience is selected. */
  readonly allSelected: boolean;
  /** Whatever grows while it goes on. */
  readonly done: number;
}

/** Minutes of its clock in which nothing of a wave moves, and nothing waits: it is through. */
const QUIET_MINUTES = 2;
/** Longer than what a function could not end waits for its next try. */
const STILL_MINUTES = 30;
/** How long a look at what moves lasts. */
const LOOK_MS = 60_000;
/** Nothing at all moves for so long, while it should: something is wrong. */
const PATIENCE_MS = 15 * 60_000;

/** What to do meanwhile. */
export interface Meanwhile {
  /** Grows with whatever arrives or is settled. */
  readonly done: () => number;
  /** Said once a minute where one step takes longer than that. */
  readonly slow: () => void;
}

/** Waits until nothing moves any more, for as long as something does. Rejects where nothing has come for 15 minutes. */
export const idleWhileMoving = async (stack: Pick<Moving, 'idle'>, { done, slow }: Meanwhile): Promise<void> => {
  let [seen, stillMs] = [done(), 0];
  for (;;) {
    try {
      return await stack.idle({ timeoutMs: LOOK_MS });
    } catch (error) {
      const now = done();
      stillMs = now === seen ? stillMs + LOOK_MS : 0;
      seen = now;
      if (stillMs >= PATIENCE_MS) throw error;
      slow();
    }
  }
};

/** Messages that a function took and could not end, or that are put off: they come again by the clock. */
const putOff = async (stack: Moving): Promise<number> =>
  Object.values(await stack.queueDepths()).reduce((sum, { inFlight, delayed }) => sum + inFlight + delayed, 0);

/**
 * Lets the clock go on minute by minute until all that is due of a wave is done, and never past one that is not: on a slow machine a
 * function may run out of its time, and its work comes again by the clock. Throws where nothing moves for half an hour of it.
 */
export const finishWave = async (
  stack: Moving,
  name: string,
  { look, ...meanwhile }: Meanwhile & { readonly look: () => Promise<WaveSeen> },
): Promise<void> => {
  await idleWhileMoving(stack, meanwhile);
  let [seen, quiet] = [-1, 0];
  for (;;) {
    await stack.clock.advance(60);
    await idleWhileMoving(stack, meanwhile);
    const [{ allSelected, done }, waiting] = [await look(), await putOff(stack)];
    quiet = done === seen ? quiet + 1 : 0;
    seen = done;
    if (quiet >= QUIET_MINUTES && allSelected && waiting === 0) return;
    if (quiet >= STILL_MINUTES)
      throw new Error(`The wave ${name} is not finished, and nothing of it has moved for half an hour of its clock.`);
    if (waiting > 0) meanwhile.slow();
  }
};
