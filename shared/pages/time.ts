import { withFirstDay } from '#shared/domain/time/day-in-words.ts';
import type { Language } from './layout.ts';

const TIME = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }),
};

/** An instant as people of this language read it, in Paris. */
export const timeOf = (language: Language, at: string): string =>
  withFirstDay(TIME[language].format(new Date(at)), language);
