/** Work that lasts, without waiting: milliseconds pass when nothing is left to do in the present one. */
export interface VirtualTime {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Lets time pass until this instant, or until nothing is asleep. */
  runUntil(end: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly number: number;
  readonly wake: () => void;
}

const isBefore = (a: Sleeper, b: Sleeper) => a.at < b.at || (a.at === b.at && a.number < b.number);

/** A binary heap, earliest first; of the same instant, who fell asleep first. */
class Heap {
  readonly #held: Sleeper[] = [];

  get first(): Sleeper | undefined {
    return this.#held[0];
  }

  push(sleeper: Sleeper): void {
    let at = this.#held.push(sleeper) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#swapIfBefore(at, above)) return;
      at = above;
    }
  }

  pop(): Sleeper | undefined {
    const first = this.#held[0];
    const last = this.#held.pop();
    if (last === undefined || this.#held.length === 0) return first;
    this.#held[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [this.#held[2 * at + 1], this.#held[2 * at + 2]];
      if (left === undefined) return first;
      const below = 2 * at + (right !== undefined && isBefore(right, left) ? 2 : 1);
      if (!this.#swapIfBefore(below, at)) return first;
      at = below;
    }
  }

  #swapIfBefore(at: number, other: number): boolean {
    const [one, two] = [this.#held[at], this.#held[other]];
    if (one === undefined || two === undefined || !isBefore(one, two)) return false;
    this.#held[at] = two;
    this.#held[other] = one;
    return true;
  }
}

/** Every promise that can go on has gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export const virtualTime = (): VirtualTime => {
  const heap = new Heap();
  let [now, number] = [0, 0];
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        number += 1;
        heap.push({ at: now + Math.max(0, ms), number, wake });
      }),
    runUntil: async (end) => {
      await settled();
      for (let next = heap.first; next !== undefined && next.at <= end; next = heap.first) {
        now = next.at;
        while (heap.first?.at === now) heap.pop()?.wake();
        await settled();
      }
      now = Math.max(now, end);
    },
  };
};
