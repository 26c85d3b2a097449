import type { Instant } from '#shared/domain/ids.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { dayInWords } from '#shared/domain/time/day-in-words.ts';

/** A space at which no line is broken. */
const NO_BREAK = '\u00a0';
const known = new Map<string, string>();

/** The day of an instant in Paris, in words, in which no line is broken; days repeat from one reader to the next, so they are kept. */
export const dayOf = (language: ReaderLanguage, instant: string): string => {
  const key = language + instant;
  const day = known.get(key) ?? dayInWords(language, instant as Instant).replaceAll(' ', NO_BREAK);
  if (known.size > 5000) known.clear();
  known.set(key, day);
  return day;
};
