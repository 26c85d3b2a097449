/**
 * Milliseconds that a client of AWS waits. Stores answer in milliseconds or not at all: a call that hangs is given up early, so that there is
 * time to try again and to answer the caller (Retry-After) before the function's own time is over.
 */
export const STORE_TIMEOUTS_MS = {
  connectionTimeout: 1_000,
  requestTimeout: 2_500,
  throwOnRequestTimeout: true,
} as const;

/** The same of a queue or a bus, where what is put again is there twice. */
export const QUEUE_TIMEOUTS_MS = {
  connectionTimeout: 1_000,
  requestTimeout: 3_000,
  throwOnRequestTimeout: true,
} as const;
