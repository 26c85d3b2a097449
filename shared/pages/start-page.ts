import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { addressFields } from './address-form.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

/** The page at the root of the public address, for whoever follows a link back to where a message came from. */
export const startPage = (language: ReaderLanguage, oppositionUrl: string): Page => {
  const { title, heading, intro, stop, shortest } = PAGE_WORDS[language].start;
  return {
    status: 200,
    language,
    title,
    content: html`<h1>${heading}</h1><p>${intro}</p><h2>${stop}</h2><p>${shortest}</p>${addressFields(language, oppositionUrl)}`,
  };
};
