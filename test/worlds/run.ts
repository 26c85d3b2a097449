import { askThem, type Differences, differenceOf, type Opine } from './compare.ts';
import { type Counts, counted } from './counts.ts';
import { opinionOf, verdictOf } from './ledger.ts';
import { worldOf } from './making/generate.ts';
import { PROPERTIES } from './properties/all.ts';
import type { Found, Property } from './properties/property.ts';
import { EMPTY_TALLY, type Tally, withFound } from './tally.ts';

/** Seeds from `from` on, below `until`. */
export interface Seeds {
  readonly from: number;
  readonly until: number;
}

/** What came of judging the worlds of some seeds. */
export interface Ran {
  readonly counts: Counts;
  /** By the name of the property. */
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly differences: Differences;
}

const tryProperty = (property: Property, seed: number): Promise<Found> =>
  property.tryAt(seed).catch((cause: unknown): Found => ({ found: 'broken', says: String(cause), worlds: [] }));

/** Judges the world of each seed, asks the other opinion if there is one, and tries one property after the other. */
export const runSeeds = async ({ from, until }: Seeds, opine?: Opine): Promise<Ran> => {
  const counts: Record<string, number> = {};
  const tallies: Record<string, Tally> = {};
  const differences: Record<string, number[]> = {};
  for (let seed = from; seed < until; seed++) {
    const world = worldOf(seed);
    const ours = opinionOf(await verdictOf(world));
    counted(counts, ours);
    const difference = opine && differenceOf(ours, askThem(opine, world));
    if (difference !== undefined) differences[difference] = [...(differences[difference] ?? []), seed];
    const property = PROPERTIES[seed % PROPERTIES.length];
    if (property === undefined || opine !== undefined) continue;
    const before = tallies[property.name] ?? EMPTY_TALLY;
    tallies[property.name] = withFound(before, seed, await tryProperty(property, seed));
  }
  return { counts, tallies, differences };
};

/** Tries one property at each seed. */
export const tallyOf = async (property: Property, { from, until }: Seeds): Promise<Tally> => {
  let tally = EMPTY_TALLY;
  for (let seed = from; seed < until; seed++) tally = withFound(tally, seed, await tryProperty(property, seed));
  return tally;
};
