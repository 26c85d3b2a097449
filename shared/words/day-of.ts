import type { Instant } from '#shared/domain/ids.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { dayInWords } from '#shared/domain/time/day-in-words.ts';

/** A space at which no line is broken. */
const NO_BREAK = '\u00a0';

/** The day of an instant in Paris, in words, in which no line is broken. */
export const dayOf = (language: ReaderLanguage, instant: string): string =>
  dayInWords(language, instant as Instant).replaceAll(' ', NO_BREAK);
