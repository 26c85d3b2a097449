import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { publicPages } from '../pages/public-pages.ts';
import { shareOf } from './share.ts';

/** A public page, by its name, in a language and at a size of the window. */
export interface Look {
  readonly language: string;
  readonly page: string;
  readonly size: string;
}

/** What a look is one of. */
export const kindsOfLook = ({ language, page, size }: Look): readonly string[] => [
  `${page}, ${size}`,
  `${language}, ${size}`,
];

/** Every page in every language at each of these sizes. */
export const everyLook = (sizes: readonly string[]): readonly Look[] =>
  READER_LANGUAGES.flatMap((language) =>
    Object.keys(publicPages(language)).flatMap((page) => sizes.map((size) => ({ language, page, size }))),
  );

/** One in six of these looks: each page and each language at each size. */
export const looksAtPages = (looks: readonly Look[], seed: string): readonly Look[] =>
  shareOf(looks, { every: 6, kindsOf: kindsOfLook }, seed);

/** A page of one kind, shown in one way: what is looked at is one of both. */
export interface Shown {
  readonly what: string;
  readonly how: string;
}

/** Each of these shown in each of these ways. */
export const shownInEachWay = (all: readonly string[], ways: readonly string[]): readonly Shown[] =>
  all.flatMap((what) => ways.map((how) => ({ what, how })));

/** What such a look is one of. */
export const kindsOfShown = ({ what, how }: Shown): readonly string[] => [what, how];

/** Half of them: each of these, and each way. */
export const someShown = (shown: readonly Shown[], seed: string): readonly Shown[] =>
  shareOf(shown, { every: 2, kindsOf: kindsOfShown }, seed);

/** One in four of these pages in each language: each page, and each language. */
export const pagesInLanguages = (pages: readonly string[], seed: string): readonly Shown[] =>
  shareOf(shownInEachWay(pages, READER_LANGUAGES), { every: 4, kindsOf: kindsOfShown }, seed);
