import { Failure } from '#shared/domain/failure.ts';

/** Losing a race eight times in a row means too many concurrent writers on one contact. */
const TRIES = 8;

/**
 * Decides and writes again on the present state, when somebody else wrote between our read and our write. The attempt
 * must read everything again. Throws the last `concurrent-change` after eight tries; any other failure at once.
 */
export const retryOnConflict = async <T>(attempt: () => Promise<T>, tries = TRIES): Promise<T> => {
  for (let left = tries; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'concurrent-change' || left <= 1) throw error;
    }
  }
};
