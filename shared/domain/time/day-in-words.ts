import type { Instant } from '../ids.ts';
import type { ReaderLanguage } from '../reader-language.ts';
import { wallClock } from './calendar.ts';
import { millisecondsOf } from './instant.ts';

/** The country whose way of writing a day is followed. */
const REGIONS: Readonly<Record<ReaderLanguage, string>> = {
  fr: 'fr-FR',
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  it: 'it-IT',
  nl: 'nl-NL',
};
const formats = new Map<ReaderLanguage, Intl.DateTimeFormat>();
/** Made once for each language: to make one costs a hundred times what it then does. */
const formatOf = (language: ReaderLanguage): Intl.DateTimeFormat => {
  const known =
    formats.get(language) ?? new Intl.DateTimeFormat(REGIONS[language], { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(language, known);
  return known;
};
/** French and Italian write the first day of a month as an ordinal. */
const FIRST: Readonly<Partial<Record<ReaderLanguage, string>>> = { fr: '1er ', it: '1º ' };

/** A text that begins with the day of a month, as people write its first: « 1er déc. 2026, 09:00 ». */
export const withFirstDay = (date: string, language: ReaderLanguage): string =>
  date.replace(/^1(?!\d)/, (FIRST[language] ?? '1').trim());

/** The day of an instant in Paris, as a sentence has it: « 1er décembre 2026 », "1 December 2026", „1. Dezember 2026“. */
export const dayInWords = (language: ReaderLanguage, at: Instant): string => {
  const { date } = wallClock(millisecondsOf(at), 'Europe/Paris');
  return formatOf(language)
    .format(Date.parse(`${date}T12:00:00Z`))
    .replace(/^1 /, FIRST[language] ?? '1 ');
};
