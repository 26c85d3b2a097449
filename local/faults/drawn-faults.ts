/**
 * Faults that AWS has and promises, drawn from a seed: what a queue delivers twice, late or in another order, a schedule that calls
 * twice, a stream of several shards, throttles, batches that are taken in part, TTL that lags, cold starts, time-outs. Whatever runs on
 * AWS must live with each of them, so that a system with these is to come to the same end as one without.
 *
 * The number is how many occasions there are to one fault, on average. Where a fault costs waiting, there are more.
 */
const OCCASIONS = {
  /** A batch of a queue goes to its function twice at once. */
  'delivered-twice': 40,
  /** The messages of a batch change places. */
  reordered: 2,
  /** A batch waits, and others pass it. */
  'delivered-late': 30,
  /** A batch is delivered in two parts. */
  'delivered-in-parts': 3,
  /** A schedule calls its function twice at once. */
  'schedule-twice': 6,
  /** Records that were read together are delivered at once, by shards. */
  'several-shards': 1,
  'dynamodb-throttle': 1000,
  'sesv2-throttle': 40,
  'sns-throttle': 40,
  'sqs-throttle': 200,
  'events-throttle': 200,
  's3-throttle': 100,
  /** A function reads each secret once in a while: there are few occasions. */
  'secretsmanager-throttle': 10,
  /** The same of a key that it opens. */
  'kms-direct-throttle': 10,
  /** S3 or SQS could not use the key: KMS had no room. No SDK tries again what SQS answers then. */
  'kms-throttle': 300,
  /** BatchWriteItem, BatchGetItem or PutEvents leaves its last entry undone, and says so. */
  unprocessed: 8,
  /** TTL leaves an item for the next time. */
  'ttl-lag': 3,
  /** A function's idle process ends, so that the next event begins cold. */
  'cold-start': 200,
  /** A function that no caller waits for did its work, and Lambda ended it before it could answer. */
  'time-out': 200,
} as const;

export type FaultKind = keyof typeof OCCASIONS;
export const FAULT_KINDS = Object.keys(OCCASIONS) as readonly FaultKind[];

/** No service refuses a caller for so many calls running: three tries of an SDK are enough. */
const LEAST_BETWEEN_THROTTLES = 4;

/** The faults of one stack. */
export interface DrawnFaults {
  /**
   * Asked at each occasion: true where the fault is to be. Each place (a queue, a function, a caller) has draws of its own, so that
   * what happens at one does not change what happens at another.
   */
  isDrawn(kind: FaultKind, place: string): boolean;
  /** How often each fault was. */
  counts(): Readonly<Record<FaultKind, number>>;
}

/** FNV-1a: a text as 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
};

/** Mulberry32 by Tommy Ettinger (public domain): numbers from 0 on, below 1. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** How many occasions pass until the next fault of a kind: as many as not more than twice the average, all as likely. */
const gapsOf = (kind: FaultKind, place: string, seed: string) => {
  const next = numbersFrom(hashOf(`${seed}/${kind}/${place}`));
  const least = kind.endsWith('-throttle') ? LEAST_BETWEEN_THROTTLES : 1;
  const most = 2 * OCCASIONS[kind] - least;
  return (): number => least + Math.floor(next() * (most - least + 1));
};

/** The same seed draws the same faults at the same occasions of a place; which occasions there are hangs on the machine. */
export const drawFaults = (seed: string): DrawnFaults => {
  const counts = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  const places = new Map<string, { readonly gap: () => number; left: number }>();
  const drawsAt = (kind: FaultKind, place: string) => {
    const key = `${kind}/${place}`;
    const gap = gapsOf(kind, place, seed);
    const known = places.get(key) ?? { gap, left: gap() };
    places.set(key, known);
    return known;
  };
  return {
    isDrawn: (kind, place) => {
      const at = drawsAt(kind, place);
      at.left -= 1;
      if (at.left > 0) return false;
      at.left = at.gap();
      counts[kind] += 1;
      return true;
    },
    counts: () => ({ ...counts }),
  };
};

/** AWS without faults. */
export const noFaults: DrawnFaults = {
  isDrawn: () => false,
  counts: () => Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0])) as Record<FaultKind, number>,
};
