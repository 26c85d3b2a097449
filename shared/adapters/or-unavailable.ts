import { Failure } from '#shared/domain/failure.ts';

/** Makes the retryable failure that says which store is away, and why. */
export type Unreachable = (cause: unknown) => Failure;

/**
 * Waits for one call to a store. An error that `isAnswer` takes is an answer, for the caller to read. Any other one
 * (throttling, 5xx, network, access taken away, a missing table) means that the store is away: it becomes the failure
 * that is tried again, and never an empty answer (P10).
 */
export const orUnavailable = async <T>(
  call: Promise<T>,
  unreachable: Unreachable,
  isAnswer: (error: unknown) => boolean = () => false,
): Promise<T> => {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Failure || isAnswer(error)) throw error;
    throw unreachable(error);
  }
};
