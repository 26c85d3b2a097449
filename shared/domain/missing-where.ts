import { Failure } from './failure.ts';
import type { Missing } from './missing.ts';

/** What `check` refuses with pieces that are missing; empty: nothing. Throws whatever else it throws. */
export const missingWhere = (check: () => unknown): readonly Missing[] => {
  try {
    check();
    return [];
  } catch (error) {
    const found = error instanceof Failure ? error.errors.map(({ missing }) => missing) : [];
    if (found.length === 0 || found.includes(undefined)) throw error;
    return found.filter((missing) => missing !== undefined);
  }
};
