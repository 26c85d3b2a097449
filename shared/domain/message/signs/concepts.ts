import concepts from './concepts.json' with { type: 'json' };
import { wordsOf } from './language.ts';

/**
 * What words speak of, in both languages at once: what the weights learn from a French message serves an English one. A
 * word that ends in a full stop is meant whole, any other as a beginning. A word may be of several concepts. They judge
 * nothing: `npm run signs` finds how much each weighs. They are words of customers, and stand as data.
 */
const CONCEPTS: readonly (readonly [string, readonly string[]])[] = Object.entries(concepts).map(([concept, words]) => [
  concept,
  wordsOf(words),
]);

const LONGEST = 24;
const SHORTEST_BEGINNING = 3;

const OF_WORD: ReadonlyMap<string, readonly string[]> = CONCEPTS.reduce((known, [concept, words]) => {
  for (const word of words) known.set(word, [...(known.get(word) ?? []), concept]);
  return known;
}, new Map<string, readonly string[]>());

/** The concepts of a word, in lower case without accents. */
export const conceptsOf = (word: string): readonly string[] => {
  const found = new Set(OF_WORD.get(`${word}.`));
  for (let length = SHORTEST_BEGINNING; length <= Math.min(word.length, LONGEST); length += 1)
    for (const concept of OF_WORD.get(word.slice(0, length)) ?? []) found.add(concept);
  return [...found];
};
