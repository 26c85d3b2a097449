import type { AdvertiserId } from '../ids.ts';
import { plainName } from '../text/unseen.ts';

/** An advertiser with the names under which a reader sees it (`namesSeenOf`). */
export interface Named {
  readonly advertiserId: AdvertiserId;
  /** `undefined`: they could not be read, so that any name may be its own. */
  readonly names: readonly string[] | undefined;
}

/** Words that people leave out of a name or add to it: articles, and forms of companies. */
const SET_ASIDE = new Set(
  [
    'l d le la les de du des et the and of',
    'sa sas sasu sarl eurl snc sca scs sci scea earl gaec scop selarl gie ltd inc llc gmbh',
  ].flatMap((words) => words.split(' ')),
);

/** The words of a name, without accents, case or what is set aside; with it where there is nothing else. */
const wordsOf = (text: string): ReadonlySet<string> => {
  const words = plainName(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const own = words.filter((word) => !SET_ASIDE.has(word));
  return new Set(own.length === 0 ? words : own);
};

/**
 * Whom a person means by the name that they typed. Where it is the whole name of one, word for word: who has it, and who
 * has it within a longer one, for people shorten names. Everyone in any other case: part of a name can be part of another
 * one, and who opposes at the wrong advertiser has not opposed (P2). In the order given.
 */
export const whoIsMeant = (typed: string, all: readonly Named[]): readonly AdvertiserId[] => {
  const words = wordsOf(typed);
  const held = all.map(({ advertiserId, names }) => {
    const holding = names?.map(wordsOf).filter((name) => [...words].every((word) => name.has(word)));
    return { advertiserId, holds: holding?.length !== 0, isWhole: holding?.some(({ size }) => size === words.size) };
  });
  const isNamed = words.size > 0 && held.some(({ isWhole }) => isWhole);
  return held.filter(({ holds }) => holds || !isNamed).map(({ advertiserId }) => advertiserId);
};
