/** The languages of the law pages, French first: those who answer an authority do so in French. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** `2026-03-01`: “1er mars 2026”, “1 March 2026”. */
export const dayIn = (day: string, language: Language): string =>
  FORMATS[language].format(new Date(`${day}T00:00:00Z`)).replace(/^1(?= \p{Ll})/u, '1er');

/**
 * French, with no line break before a sign of two parts or within quotation marks. Texts are kept as their source has them, with ordinary
 * spaces: only what is shown of them has others.
 */
export const withoutBreaks = (french: string): string =>
  french.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
