import type { Ports } from './ports.ts';

/** How often and how long a call is tried again. */
export interface RetryPolicy {
  /** Tries in all; 1: never again. */
  readonly attempts: number;
  /** About the first wait; each later one may be twice as long. Milliseconds. */
  readonly firstWaitMs: number;
  /** No wait is longer; where Aval asks for more, the problem is given to the caller at once. */
  readonly longestWaitMs: number;
  /** Nothing is tried again once a call has taken this long. */
  readonly patienceMs: number;
}

export const RETRY: RetryPolicy = { attempts: 5, firstWaitMs: 250, longestWaitMs: 20_000, patienceMs: 60_000 };

/** What came of one try. `status` absent: no answer. */
export interface Tried {
  readonly status: number | undefined;
  /** The header Retry-After. */
  readonly retryAfter: string | null | undefined;
}

/** Aval says that it did nothing and that the same request can succeed. */
const wasNotDone = ({ status, retryAfter }: Tried): boolean =>
  status === 429 || ((status === 503 || status === 409) && typeof retryAfter === 'string');

/** Nobody knows whether it was done. */
const isUnknown = ({ status }: Tried): boolean => status === undefined || status >= 500;

/**
 * Whether a call may be tried again without a risk that it is done twice. `isRepeatable`: twice is the same as once, since
 * the call only reads, replaces, or carries an Idempotency-Key.
 */
export const mayTryAgain = (tried: Tried, isRepeatable: boolean): boolean =>
  wasNotDone(tried) || (isRepeatable && isUnknown(tried));

/** The wait that Retry-After asks for, a number of seconds or a date; `undefined`: it asks for none. */
const askedWaitMs = (retryAfter: Tried['retryAfter'], now: number): number | undefined => {
  if (retryAfter === null || retryAfter === undefined || retryAfter.trim() === '') return undefined;
  const seconds = Number(retryAfter);
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - now : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
};

/**
 * How long to wait before the next try: grows with each, with chance in it so that many callers do not come back together,
 * and never less than what Retry-After asks for. `undefined`: longer than the policy allows.
 */
export const waitBefore = (
  tried: Tried,
  attempt: number,
  { firstWaitMs, longestWaitMs }: RetryPolicy,
  { now, random }: Pick<Ports, 'now' | 'random'>,
): number | undefined => {
  const growing = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  const jittered = (growing * (1 + random())) / 2;
  const wait = Math.round((askedWaitMs(tried.retryAfter, now()) ?? 0) + jittered);
  return wait > longestWaitMs * 1.5 ? undefined : wait;
};
