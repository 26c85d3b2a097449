/** The languages of the documents for a data protection officer. */
export type Language = 'fr' | 'en';
/** The same in each. */
export type Said = Readonly<Record<Language, string>>;

/** What nobody but the controller knows: to be filled in by hand. */
export const TO_FILL_IN: Said = { fr: '*à compléter*', en: '*to be filled in*' };
