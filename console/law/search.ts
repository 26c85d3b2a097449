import type { LawPage, PageChapter } from '#tools/law/page/page.ts';
import { plain } from './inline.ts';

/** One thing that a search can find: where it is, how it is shown, and its words in every language. */
export interface Findable {
  readonly anchor: string;
  readonly title: string;
  readonly words: string;
}

/** The number of an article or a date, with the letter before it: `L. 223-8`, `L223-8`, `226-18-1`, `2026-12-01`. */
const NUMBER = /(?:\b[lrd]\.?\s?)?\d+(?:-\d+)+/g;
/** Lower case, without accents: “Élevée” is found by “elevee”. A number is one word: `L. 223-1, al. 8` is not `L. 223-8`. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(NUMBER, (number) => number.replace(/[^a-z\d]/g, ''))
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
const squeezed = (text: string): string => text.replaceAll(' ', '');

const START = 110;
const startOf = (text: string): string =>
  text.length <= START ? text : `${text.slice(0, START).replace(/\s\S*$/, '')} …`;
/** What a paragraph begins with, under the name of its chapter. */
const found = (anchor: string, under: string, text: string): Findable => ({
  anchor,
  title: `${under} · ${startOf(plain(text))}`,
  words: plain(text),
});

const inChapter = ({ id, title, does, open, texts, examples }: PageChapter): Findable[] => [
  { anchor: id, title, words: title },
  ...does.map((text, index) => found(`${id}-does-${index + 1}`, title, text)),
  ...examples.map(({ asked, says, anchor }, index) =>
    found(`${id}-example-${index + 1}`, title, `${asked} : ${says} ${anchor}`),
  ),
  ...open.map(({ says, setting = '' }, index) => found(`${id}-open-${index + 1}`, title, `${says} ${setting}`.trim())),
  ...texts.map((text, index) => found(`${id}-text-${index + 1}`, title, `${text.title} : ${text.words ?? ''}`)),
];

/** Everything of a page that a search can find, in its order. */
const findableIn = ({ chapters, reasons, sanctions, sanctionNotes, answers, labels }: LawPage): Findable[] => [
  ...chapters.flatMap(inChapter),
  ...sanctionNotes.map((text, index) => found(`sanctions-note-${index + 1}`, labels.sanctions, text)),
  ...sanctions.map(({ anchor, title, says, texts }) =>
    found(anchor, labels.sanctions, [title, says, ...texts].join(' ')),
  ),
  ...reasons.map(({ anchor, code, says, text, remedy }) => ({
    anchor,
    title: `${code} · ${says}`,
    words: [code, says, text, remedy].join(' '),
  })),
  ...answers.map(({ code, says }) => ({ anchor: code, title: `${code} · ${says}`, words: `${code} ${says}` })),
];

/** A word as it was asked for, and its singular where it may be a plural: « appels », « journaux », “parties”. */
const withSingular = (word: string): readonly string[] => {
  if (word.length < 4) return [word];
  const singulars = [word.replace(/[sx]$/, ''), word.replace(/aux$/, 'al'), word.replace(/ies$/, 'y')];
  return [...new Set([word, ...singulars])];
};

const has = (words: string, asked: string): boolean => {
  const [text, query] = [folded(words), folded(asked)];
  const isThere = (word: string) => withSingular(word).some((each) => ` ${text}`.includes(` ${each}`));
  if (query.split(' ').every(isThere)) return true;
  // An article may be written `L34-5`, `L.34-5` or `L. 34-5`.
  return /\d/.test(query) && squeezed(text).includes(squeezed(query));
};

/**
 * What a query finds in a page, in the page's order: each of its words or their beginnings, in French or in English, with
 * or without accents; a code; an article however it is written. The same page in another language lends its words.
 */
export const search = (page: LawPage, others: readonly LawPage[], asked: string): readonly Findable[] => {
  if (folded(asked) === '') return [];
  const elsewhere = others.map(findableIn);
  return findableIn(page).filter(({ words }, index) =>
    [words, ...elsewhere.map((each) => each[index]?.words ?? '')].some((each) => has(each, asked)),
  );
};
