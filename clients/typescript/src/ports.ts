/** What the client takes from where it runs; a test gives its own. */
export interface Ports {
  readonly fetch: typeof fetch;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects with the reason of the signal when that comes first. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
  /** A new Idempotency-Key: 1 to 200 visible ASCII characters, never given before. */
  readonly newKey: () => string;
}

const sleep: Ports['sleep'] = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });

const randomHex = (): string =>
  Math.floor(Math.random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');

/** Unique is enough: a key is no secret. Node.js 18 has no global `crypto`. */
const newKey = (): string =>
  globalThis.crypto?.randomUUID?.() ?? [randomHex(), randomHex(), randomHex(), randomHex()].join('');

/** Those of Node.js 18 or newer, and of every runtime with a global `fetch`. */
export const RUNTIME: Ports = {
  fetch: (input, init) => globalThis.fetch(input, init),
  now: () => Date.now(),
  sleep,
  random: () => Math.random(),
  newKey,
};
