import { isRetryable } from '#shared/domain/failure.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';

/** What can succeed when it is tried again, and so is not to be given up. */
const comesAgain = (error: unknown): boolean => isRetryable(error) && !isUnreadable(error);

/**
 * Does each of these, so that one that fails keeps no other from being done. Throws once all were tried: what can succeed later before
 * what cannot, else the first.
 */
export const tryEach = async (tasks: readonly (() => Promise<void>)[]): Promise<void> => {
  const failures: unknown[] = [];
  for (const task of tasks)
    try {
      await task();
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw failures.find(comesAgain) ?? failures[0];
};
