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
  `${page} in ${language}`,
  `${page}, ${size}`,
  `${language}, ${size}`,
];

/** Every page in every language at each of these sizes. */
export const everyLook = (sizes: readonly string[]): readonly Look[] =>
  READER_LANGUAGES.flatMap((language) =>
    Object.keys(publicPages(language)).flatMap((page) => sizes.map((size) => ({ language, page, size }))),
  );

/** Half of these looks: each page in each language, and each page and each language at each size. */
export const looksAtPages = (looks: readonly Look[], seed: string): readonly Look[] =>
  shareOf(looks, { every: 2, kindsOf: kindsOfLook }, seed);
