import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';

/** What was typed before, given back to be corrected. */
interface Typed {
  readonly address: string;
  readonly sender: string;
}

/** The field to oppose by typing an address; `action` is where the form goes, beside the page that shows it. */
export const addressFields = (language: ReaderLanguage, action: string, typed?: Typed): Html => {
  const words = PAGE_WORDS[language].form;
  const wrong = typed === undefined ? undefined : html` aria-invalid="true" aria-describedby="fault"`;
  const fault =
    typed === undefined ? undefined : html`<p id="fault" role="alert"><strong>${words.neither}</strong></p>`;
  return html`<form method="post" action="${action}">${fault}<label for="address">${words.address}</label><input id="address" name="address" type="text" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false" maxlength="254" required value="${typed?.address ?? ''}"${wrong}><label for="sender">${words.sender}</label><p class="hint" id="hint">${words.hint}</p><input id="sender" name="sender" type="text" autocomplete="off" maxlength="120" value="${typed?.sender ?? ''}" aria-describedby="hint"><button>${words.act}</button></form>`;
};

/** The page of `GET /o`, for whoever has no link at hand; with what was `typed` when that was no address. */
export const addressForm = (language: ReaderLanguage, typed?: Typed): Page => ({
  status: typed === undefined ? 200 : 422,
  language,
  title: PAGE_WORDS[language].form.title,
  content: html`<h1>${PAGE_WORDS[language].form.title}</h1>${addressFields(language, 'o', typed)}<p>${PAGE_WORDS[language].form.explained}</p>`,
});

/** The page after `POST /o`: the same whatever the address and the name, so that nobody learns anything from it. */
export const typedOppositionRecorded = (language: ReaderLanguage): Page => ({
  status: 200,
  language,
  title: PAGE_WORDS[language].recorded.title,
  content: html`<h1 class="done">${PAGE_WORDS[language].recorded.title}</h1><p>${PAGE_WORDS[language].form.after}</p>`,
});
