import type { NotTyped, OpposeByAddress } from '#shared/app/oppositions/oppose-by-address.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';

/** What was typed before, given back to be corrected. */
interface Typed extends OpposeByAddress {
  readonly wrong: NotTyped;
}

/** The fields to oppose by typing an address or a number, each with its own keyboard; `action` is where the form goes, beside the page that shows it. */
export const addressFields = (language: ReaderLanguage, action: string, typed?: Typed): Html => {
  const words = PAGE_WORDS[language].form;
  const isWrong = (field: 'address' | 'phone') =>
    typed?.wrong === field || (field === 'address' && typed?.wrong === 'nothing');
  const marked = (field: 'address' | 'phone') =>
    isWrong(field) ? html` aria-invalid="true" aria-describedby="fault"` : undefined;
  const said = typed?.wrong === 'nothing' ? words.nothing : words.neither;
  const fault = typed === undefined ? undefined : html`<p id="fault" role="alert"><strong>${said}</strong></p>`;
  return html`<form method="post" action="${action}">${fault}<label for="address">${words.address}</label><input id="address" name="address" type="text" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false" maxlength="254" value="${typed?.address ?? ''}"${marked('address')}><label for="phone">${words.phone}</label><input id="phone" name="phone" type="text" inputmode="tel" autocomplete="tel" maxlength="254" value="${typed?.phone ?? ''}"${marked('phone')}><label for="sender">${words.sender}</label><p class="hint" id="hint">${words.hint}</p><input id="sender" name="sender" type="text" autocomplete="off" maxlength="120" value="${typed?.sender ?? ''}" aria-describedby="hint"><button>${words.act}</button></form>`;
};

/** The page of `GET /o`, for whoever has no link at hand; with what was `typed` when nothing of it was recorded. */
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
