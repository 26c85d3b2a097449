import type { Opinion, World } from '../oracle/world.ts';
import { opinionOf, verdictOf } from './ledger.ts';
import { shrink } from './shrink.ts';
import { storyOf } from './story.ts';

/** Somebody's opinion of a world. */
export type Opine = (world: World) => Opinion;

/** Two opinions that differ, in words: `ours / theirs`. */
export const differenceOf = (ours: Opinion, theirs: Opinion): string | undefined =>
  ours.outcome === theirs.outcome && ours.primary === theirs.primary
    ? undefined
    : `${ours.outcome} ${ours.primary} / ${theirs.outcome} ${theirs.primary}`;

/** Their opinion; what they could not judge is named as such. */
export const askThem = (opine: Opine, world: World): Opinion => {
  try {
    return opine(world);
  } catch (cause) {
    return { outcome: 'refuse', primary: `(${String(cause).slice(0, 120)})` };
  }
};

/** The seeds of each difference, by its words. */
export type Differences = Readonly<Record<string, readonly number[]>>;

/** The smallest world with this difference, as a story. */
export const smallestOf = async (world: World, difference: string, opine: Opine): Promise<string> => {
  const shows = async (one: World): Promise<boolean> =>
    differenceOf(opinionOf(await verdictOf(one)), askThem(opine, one)) === difference;
  return storyOf(await shrink(world, shows));
};
