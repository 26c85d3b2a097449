/** A source of choices that are the same for the same seed. */
export interface Chooser {
  /** A number from 0, below `end`. */
  below(end: number): number;
  /** True so often, 0 to 1. */
  chance(share: number): boolean;
  /** One of these. */
  one<T>(of: readonly T[]): T;
}

/** Mulberry32, by Tommy Ettinger: 32 bits of state, enough for style sheets. */
export const chooserOf = (seed: number): Chooser => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    one: (of) => {
      const chosen = of[below(of.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
};
