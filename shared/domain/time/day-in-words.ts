import type { Instant } from '../ids.ts';
import { wallClock } from './calendar.ts';
import { millisecondsOf } from './instant.ts';

/** The day of an instant in Paris, as a sentence has it: « 1er décembre 2026 », "1 December 2026". */
export const dayInWords = (language: 'fr' | 'en', at: Instant): string => {
  const { date } = wallClock(millisecondsOf(at), 'Europe/Paris');
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const day = format.format(Date.parse(`${date}T12:00:00Z`));
  return language === 'fr' ? day.replace(/^1 /, '1er ') : day;
};
