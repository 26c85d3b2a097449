/** Chances drawn from one seed: the same seed gives the same draws on every machine. */
export interface Random {
  /** A number from 0 on, below 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of a list that is not empty; each as often as the others. */
  pick<One>(list: readonly [One, ...One[]] | readonly One[]): One;
  /** One of a list, as often as its weight says. */
  weighted<One>(list: readonly (readonly [weight: number, one: One])[]): One;
}

/** Spreads a seed, so that neighbours have nothing in common. */
const spread = (seed: number): number => {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

const nth = <One>(list: readonly One[], index: number): One => {
  const one = list[index];
  if (one === undefined) throw new RangeError('nothing to draw from');
  return one;
};

/** Mulberry32 by Tommy Ettinger (public domain): small, and even enough for choosing worlds. */
export const randomOf = (seed: number): Random => {
  let state = spread(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => nth(list, Math.floor(next() * list.length)),
    weighted: (list) => {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      const found = list.find(([weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? nth(list, list.length - 1))[1];
    },
  };
};
