import type { Context } from 'aws-lambda';
import { outOfTime } from '../domain/failure.ts';

/** What a function keeps of its time to answer that it had not enough; milliseconds. */
export const ANSWERS_WITHIN_MS = 400;

/** Of middy: an answer is given before the function is stopped, for which the gateway would answer 500. */
export const IN_TIME = {
  timeoutEarlyInMillis: ANSWERS_WITHIN_MS,
  timeoutEarlyResponse: () => {
    throw outOfTime();
  },
};

/** How much time an invocation has left. */
export type TimeLeft = Pick<Context, 'getRemainingTimeInMillis'>;

/**
 * What `work` resolves to, while there is time. Throws `dependency-unavailable` shortly before the function is stopped: the
 * gateway would answer 500 for it, and say nothing of what to do.
 */
export const inTime = async <T>(work: Promise<T>, context: TimeLeft): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const left = Math.max(0, context.getRemainingTimeInMillis() - ANSWERS_WITHIN_MS);
    timer = setTimeout(() => reject(outOfTime()), left);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Has time for half of what is left now, beside what is kept for the end; milliseconds. */
export const hasHalfOf = (remainingMs: () => number, keptMs: number): (() => boolean) => {
  const others = (remainingMs() - keptMs) / 2;
  return () => remainingMs() > keptMs + others;
};
