import { askThem, type Differences, differenceOf, type Opine } from './compare.ts';
import { type Counts, counted } from './counts.ts';
import { opinionOf } from './ledger.ts';
import { PROPERTIES } from './properties/all.ts';
import { type Found, type Given, givenAt, type Property } from './properties/property.ts';
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

const tryProperty = (property: Property, seed: number, given: Given): Promise<Found> =>
  property.tryAt(seed, given).catch((cause: unknown): Found => ({ found: 'broken', says: String(cause), worlds: [] }));

/** Judges the world of each seed, asks the other opinion if there is one, and tries one property after the other. */
export const runSeeds = async ({ from, until }: Seeds, opine?: Opine): Promise<Ran> => {
  const counts: Record<string, number> = {};
  const tallies: Record<string, Tally> = {};
  const differences: Record<string, number[]> = {};
  for (let seed = from; seed < until; seed++) {
    const given = givenAt(seed);
    const ours = opinionOf(await given.verdict());
    counted(counts, ours);
    const difference = opine && differenceOf(ours, askThem(opine, given.world));
    if (difference !== undefined) differences[difference] = [...(differences[difference] ?? []), seed];
    const property = PROPERTIES[seed % PROPERTIES.length];
    if (property === undefined || opine !== undefined) continue;
    const before = tallies[property.name] ?? EMPTY_TALLY;
    tallies[property.name] = withFound(before, seed, await tryProperty(property, seed, given));
  }
  return { counts, tallies, differences };
};

/** Tries each of these properties at each seed, over one world of that seed; by the names of the properties. */
export const talliesOf = async (
  properties: readonly Property[],
  { from, until }: Seeds,
): Promise<Readonly<Record<string, Tally>>> => {
  const tallies = Object.fromEntries(properties.map(({ name }) => [name, EMPTY_TALLY]));
  for (let seed = from; seed < until; seed++) {
    const given = givenAt(seed);
    for (const property of properties) {
      const found = await tryProperty(property, seed, given);
      tallies[property.name] = withFound(tallies[property.name] ?? EMPTY_TALLY, seed, found);
    }
  }
  return tallies;
};
