import type { Language } from '#tools/law/page/language.ts';

/** Where the page is, by language. */
export const PATHS: Readonly<Record<Language, string>> = { fr: '/loi', en: '/law' };

interface ConsoleWords {
  readonly other: Language;
  readonly inOther: string;
  readonly back: string;
  readonly skip: string;
  readonly chapters: string;
  readonly search: string;
  readonly hint: string;
  readonly go: string;
  readonly results: string;
  readonly found: (count: number, asked: string) => string;
  readonly edition: (edition: string) => string;
}

/** The words that the console adds around the law page. */
export const WORDS: Readonly<Record<Language, ConsoleWords>> = {
  fr: {
    other: 'en',
    inOther: 'In English',
    back: 'Retour à la console',
    skip: 'Aller au contenu',
    chapters: 'Chapitres',
    search: 'Rechercher',
    hint: 'Un mot français ou anglais, un code ou un article : « mineur », « consent », OPPOSED_GLOBAL, L. 34-5.',
    go: 'Rechercher',
    results: 'Résultats',
    found: (count, asked) =>
      count === 0
        ? `Aucun résultat pour «\u00a0${asked}\u00a0». Ce recueil n’emploie pas ces mots\u00a0: essayez un mot plus général («\u00a0message\u00a0», «\u00a0consentement\u00a0»), un code ou un article.`
        : `${count} résultat${count === 1 ? '' : 's'} pour «\u00a0${asked}\u00a0».`,
    edition: (edition) => `Édition ${edition} du recueil de règles.`,
  },
  en: {
    other: 'fr',
    inOther: 'En français',
    back: 'Back to the console',
    skip: 'Skip to the law',
    chapters: 'Chapters',
    search: 'Search',
    hint: 'A word in French or English, a code or an article: “mineur”, “consent”, OPPOSED_GLOBAL, L. 34-5.',
    go: 'Search',
    results: 'Results',
    found: (count, asked) =>
      count === 0
        ? `No result for “${asked}”. This rulebook does not use these words: try a more general one (“message”, “consent”), a code or an article.`
        : `${count} result${count === 1 ? '' : 's'} for “${asked}”.`,
    edition: (edition) => `Edition ${edition} of the rulebook.`,
  },
};
