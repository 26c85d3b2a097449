/** Languages in which readers are informed who writes, why and how to stop (docs/decisions/0089). */
export const READER_LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl'] as const;
export type ReaderLanguage = (typeof READER_LANGUAGES)[number];

/** The reader's language where it is one of ours, else the other. `code` has two letters, as a contact declares it. */
export const readerLanguageOf = (code: string | undefined, otherwise: ReaderLanguage): ReaderLanguage =>
  READER_LANGUAGES.find((language) => language === code) ?? otherwise;
