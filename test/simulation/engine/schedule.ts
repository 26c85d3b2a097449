/** Answered by a happening of which nothing came: there is no continuation of it to wait for. */
export const NOTHING_CAME = Symbol('nothing came of it');

/** Something that happens at an instant of virtual time. */
interface Happening {
  readonly at: number;
  readonly sequence: number;
  readonly run: () => unknown;
}

const isBefore = (one: Happening, other: Happening): boolean =>
  one.at < other.at || (one.at === other.at && one.sequence < other.sequence);

/** A heap of happenings, by time and then by the order in which they were put. */
const heapOf = () => {
  const heap: Happening[] = [];
  const swap = (one: number, other: number): void => {
    const [a, b] = [heap[one], heap[other]];
    if (a === undefined || b === undefined) return;
    heap[one] = b;
    heap[other] = a;
  };
  const isOrdered = (above: number, below: number): boolean => {
    const [a, b] = [heap[above], heap[below]];
    return a === undefined || b === undefined || isBefore(a, b);
  };
  const sink = (from: number): void => {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const least = isOrdered(left, right) ? left : right;
      if (isOrdered(at, least)) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    first: (): Happening | undefined => heap[0],
    put: (happening: Happening): void => {
      heap.push(happening);
      for (let at = heap.length - 1; at > 0; ) {
        const above = (at - 1) >> 1;
        if (isOrdered(above, at)) return;
        swap(above, at);
        at = above;
      }
    },
    take: (): Happening | undefined => {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last;
        sink(0);
      }
      return first;
    },
  };
};

/** Virtual time: nothing waits for the machine's clock, and the same happenings come in the same order each time. */
export interface Schedule {
  /** Milliseconds since 1970. */
  now(): number;
  after(milliseconds: number, run: () => unknown): void;
  sleep(milliseconds: number): Promise<void>;
  /** Lets everything happen up to `until`, or until `isDone`. */
  runUntil(until: number, isDone: () => boolean): Promise<void>;
}

/** All continuations of what has just happened have run: promises are done before the machine comes to this. */
const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const scheduleFrom = (start: number): Schedule => {
  const heap = heapOf();
  let now = start;
  let puts = 0;
  const after: Schedule['after'] = (milliseconds, run) => {
    puts += 1;
    heap.put({ at: now + Math.max(0, Math.round(milliseconds)), sequence: puts, run });
  };
  return {
    now: () => now,
    after,
    sleep: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    runUntil: async (until, isDone) => {
      await quiet();
      for (let next = heap.first(); next !== undefined && next.at <= until && !isDone(); next = heap.first()) {
        heap.take();
        now = next.at;
        if (next.run() !== NOTHING_CAME) await quiet();
      }
    },
  };
};
