import { createHash } from 'node:crypto';
import { Failure } from '#shared/domain/failure.ts';
import type { Pause } from '../pause.port.ts';

/** Losing a race eight times in a row means too many concurrent writers on one contact. */
const TRIES = 8;
/** With waits between tries: milliseconds waited in all, at most, and by one wait. */
const LONGEST_PATIENCE_MS = 5000;
const LONGEST_WAIT_MS = 640;

/** How a writer waits before it tries again. */
export interface Patience {
  readonly pause: Pause;
  /** Makes the waits of two writers differ, such as the id of the request. */
  readonly seed: string;
}

/** True for a race that was lost: somebody else wrote between our read and our write. */
export const isConflict = (error: unknown): error is Failure =>
  error instanceof Failure && error.code === 'concurrent-change';

/** Milliseconds before the next try: up to twice as long each time, and another share of it for each writer. */
const waitAfter = (lost: number, seed: string): number => {
  const share = createHash('sha256').update(`${seed}/${lost}`).digest().readUInt16BE() / 0x10000;
  return Math.ceil(share * Math.min(10 * 2 ** lost, LONGEST_WAIT_MS));
};

/**
 * Decides and writes again on the present state, when somebody else wrote between our read and our write. The attempt
 * must read everything again. Throws the last `concurrent-change` after eight tries, or with patience once it would wait
 * for more than five seconds in all; any other failure at once.
 */
export const retryOnConflict = async <T>(attempt: () => Promise<T>, patience?: Patience): Promise<T> => {
  let waited = 0;
  for (let lost = 1; ; lost += 1) {
    try {
      return await attempt();
    } catch (error) {
      const wait = patience === undefined ? 0 : waitAfter(lost, patience.seed);
      const isOver = patience === undefined ? lost >= TRIES : waited + wait > LONGEST_PATIENCE_MS;
      if (!isConflict(error) || isOver) throw error;
      waited += wait;
      await patience?.pause(wait);
    }
  }
};
