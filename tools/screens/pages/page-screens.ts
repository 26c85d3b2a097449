import { gatewayDocument } from '#infra/constructs/page-responses.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { GATEWAY_WORDS } from '#shared/words/gateway.ts';
import type { GatewayWords } from '#shared/words/shape/pages.ts';
import { publicDocuments } from '#test/support/pages/public-pages.ts';

/** The languages that are shown; all six are looked at by the tests of the pages. */
const SHOWN: readonly ReaderLanguage[] = ['fr', 'de'];

/**
 * The page of a link says one word otherwise by the channel of its message, and one sentence where it is of a request; that of an address says one sentence less, or more, where nothing of it is recorded than where one of two is; the page on which a code is typed says one
 * sentence otherwise after each thing that can become of a code, the closed page once an open one is over, a request that is not recorded by what is wrong with it, and the open page
 * by what was asked for or stopped on it: each is shown once.
 */
const ONE_WORD_OTHERWISE =
  /^by-link-of-|^by-address-faults?$|-for-request$|^centre-(?:another-code|asked-(?:erasure|refused)|code-again|confirmed|has-code|last-code|no-code|over|partners-stopped|too-many-codes|wrong-(?:code|last|words))$/;

/** A public page in one language. */
export interface PageScreen {
  /** The name of its picture, without its ending. */
  readonly name: string;
  readonly title: string;
  /** The document as the reader gets it. */
  readonly document: string;
}

const NAMES = Object.keys(publicDocuments('fr')).filter((name) => !ONE_WORD_OTHERWISE.test(name));

const OF_GATEWAY = Object.entries(GATEWAY_WORDS.fr).map(([page, { title }]): PageScreen => {
  const name = `gateway-${page.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
  return { name, title, document: gatewayDocument(page as keyof GatewayWords, 'a1b2c3d4') };
});

/** Every public page in each language that is shown, and those that the gateway shows by itself, which say each thing in all six. */
export const PAGE_SCREENS: readonly PageScreen[] = [
  ...NAMES.flatMap((name) =>
    SHOWN.flatMap((language) => {
      const shown = publicDocuments(language)[name];
      return shown === undefined ? [] : [{ ...shown, name: `${name}-${language}` }];
    }),
  ),
  ...OF_GATEWAY,
];
