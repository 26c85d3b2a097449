import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Pause } from '../../pause.port.ts';
import type { HolesOfChunk, OfChunk, SentValues } from './sent-values.port.ts';

const MOST_TRIES = 3;
const AFTER_A_FAILURE_MS = 300;
/** For one try; what is left of the function's time after it is for the outcomes. */
const PATIENCE_MS = 3_000;
const TIME_TO_SETTLE_MS = 3_000;

/** What keeps the values of a chunk, and what time there is. */
interface Keeping {
  readonly values: Pick<SentValues, 'keep'>;
  readonly pause: Pause;
  readonly timeLeftMs: () => number;
}

/**
 * Keeps what the messages of a chunk said of each reader, whose providers have them already: whatever becomes of it, nobody is written to
 * again. Never throws. Resolves to the months for which it is kept, and `undefined` where the store did not take it in the time that there is.
 */
export const keepValues = async (
  { values, pause, timeLeftMs }: Keeping,
  access: AdvertiserAccess,
  of: OfChunk,
  holes: HolesOfChunk,
): Promise<number | undefined> => {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const timeoutMs = Math.min(PATIENCE_MS, timeLeftMs() - TIME_TO_SETTLE_MS);
    if (timeoutMs <= 0) return undefined;
    try {
      return await values.keep(access, of, holes, timeoutMs);
    } catch {
      if (tries < MOST_TRIES) await pause(AFTER_A_FAILURE_MS);
    }
  }
  return undefined;
};
