import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { addressFields } from './address-form.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';

/** A link that cannot be read: nothing was recorded, and what the reader can do instead, the field of `/o` among it. */
export const unreadableLink = (language: ReaderLanguage): Page => {
  const { title, nothing, because, whatToDo, steps } = PAGE_WORDS[language].unreadable;
  const listed = steps.map((step) => html`<li>${step}</li>`);
  return {
    status: 404,
    language,
    title,
    content: html`<h1>${title}</h1><p><strong>${nothing}</strong> ${because}</p><h2>${whatToDo}</h2><ul>${listed}</ul>${addressFields(language, '../o')}`,
  };
};

/** The link of a message that was only looked at: no reader ever gets it. */
export const linkOfPreview = (language: ReaderLanguage): Page => {
  const { title, heading, nothing, explained } = PAGE_WORDS[language].preview;
  return {
    status: 200,
    language,
    title,
    content: html`<h1>${heading}</h1><p><strong>${nothing}</strong></p><p>${explained}</p>`,
  };
};

/** A form that was sent, with the `fields` that it had, to be sent again as it was. */
export interface Again {
  readonly isForm: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

const againForm = (words: string, { isForm, fields }: Again): Html | undefined => {
  const same = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return isForm ? html`<form method="post">${same}<button>${words}</button></form>` : undefined;
};

const notNow = (language: ReaderLanguage, of: 'opposition' | 'request', again: Again): Page => {
  const words = PAGE_WORDS[language].notNow;
  const heading = of === 'opposition' ? words.heading : words.title;
  return {
    status: 503,
    language,
    title: words.title,
    content: html`<h1>${heading}</h1><p><strong>${words[of]}</strong> ${words.because}</p>${againForm(words.again, again)}`,
  };
};

/**
 * Our store cannot be reached: nothing is confirmed yet. Where a form was sent, its `fields` can be sent again as they
 * were.
 */
export const notRecordedNow = (language: ReaderLanguage, again: Again): Page => notNow(language, 'opposition', again);

/** The same in the preference centre, whatever was asked of it. */
export const notDoneNow = (language: ReaderLanguage, again: Again): Page => notNow(language, 'request', again);
