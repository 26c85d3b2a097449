import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import type { Language } from './language.ts';

const LANGUAGES = [FRENCH, ENGLISH] as const;

/** Less than this share of small words: a text in a language that is not read here. */
const LEAST_SMALL = 0.15;
/** Too short for its language to show. */
const SHORTEST_TEXT = 12;

/** The language of a text, and whether it is one of those that are read. */
export const languageOf = (sentences: readonly string[]): { readonly language: Language; readonly isRead: boolean } => {
  const words = sentences.join(' ').match(/[a-z']+/g) ?? [];
  const [french = 0, english = 0] = LANGUAGES.map(({ small }) => words.filter((word) => small.has(word)).length);
  const isRead = words.length < SHORTEST_TEXT || Math.max(french, english) / words.length >= LEAST_SMALL;
  return { language: english > french ? ENGLISH : FRENCH, isRead };
};
