import type { Found } from './properties/property.ts';

/** A seed at which a property was broken, and how. */
interface Broken {
  readonly seed: number;
  readonly says: string;
}

/** How often a property held, was excluded and why, and where it was broken. */
export interface Tally {
  readonly held: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly broken: readonly Broken[];
}

export const EMPTY_TALLY: Tally = { held: 0, excluded: {}, broken: [] };

/** A tally with one seed more. */
export const withFound = (tally: Tally, seed: number, found: Found): Tally => {
  if (found.found === 'held') return { ...tally, held: tally.held + 1 };
  if (found.found === 'broken') return { ...tally, broken: [...tally.broken, { seed, says: found.says }] };
  const before = tally.excluded[found.why] ?? 0;
  return { ...tally, excluded: { ...tally.excluded, [found.why]: before + 1 } };
};

/** Two tallies as one. */
export const together = (one: Tally, other: Tally): Tally => {
  const excluded = { ...one.excluded };
  for (const [why, count] of Object.entries(other.excluded)) excluded[why] = (excluded[why] ?? 0) + count;
  return { held: one.held + other.held, excluded, broken: [...one.broken, ...other.broken] };
};

/** A tally in words. */
export const tallyInWords = (name: string, { held, excluded, broken }: Tally): string =>
  [
    `${name}: held ${held}, broken ${broken.length}`,
    ...Object.entries(excluded).map(([why, count]) => `    excluded ${count}: ${why}`),
  ].join('\n');
