import type { OpposeByAddress, ReadFields, TypedField } from '#shared/app/oppositions/oppose-by-address.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';

/** What was typed before, given back to be corrected, and what became of it. */
interface Typed extends OpposeByAddress, ReadFields {}

/** What is wrong with it, above the fields: each that is no address, by what was typed, or that none was. */
const faultOf = (language: ReaderLanguage, typed: Typed): Html => {
  const words = PAGE_WORDS[language].form;
  const { recorded, unread } = typed;
  const wrong =
    unread.length === 0 ? [words.nothing] : [...unread.map((field) => words.neither(typed[field].trim())), words.check];
  const said = recorded.length === 0 ? [...wrong, words.none] : wrong;
  return html`<p id="fault" role="alert"><strong>${said.join(' ')}</strong></p>`;
};

/** What is recorded all the same, before what is wrong. */
const keptOf = (language: ReaderLanguage, typed: Typed): Html =>
  html`${typed.recorded.map((field) => html`<p class="done" role="status"><strong>${PAGE_WORDS[language].form.kept(typed[field].trim())}</strong></p>`)}`;

/** The fields to oppose by typing an address or a number, each with its own keyboard; `action` is where the form goes, beside the page that shows it. */
export const addressFields = (language: ReaderLanguage, action: string, typed?: Typed): Html => {
  const words = PAGE_WORDS[language].form;
  // Where both are empty, the first is the one to fill.
  const wrong: readonly TypedField[] = typed?.unread.length === 0 ? ['address'] : (typed?.unread ?? []);
  const marked = (field: TypedField) =>
    wrong.includes(field) ? html` aria-invalid="true" aria-describedby="fault"` : undefined;
  const said = typed && html`${keptOf(language, typed)}${faultOf(language, typed)}`;
  return html`<form method="post" action="${action}">${said}<label for="address">${words.address}</label><input id="address" name="address" type="text" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false" maxlength="254" value="${typed?.address ?? ''}"${marked('address')}><label for="phone">${words.phone}</label><input id="phone" name="phone" type="text" inputmode="tel" autocomplete="tel" maxlength="254" value="${typed?.phone ?? ''}"${marked('phone')}><label for="sender">${words.sender}</label><p class="hint" id="hint">${words.hint}</p><input id="sender" name="sender" type="text" autocomplete="off" maxlength="120" value="${typed?.sender ?? ''}" aria-describedby="hint"><button>${words.act}</button></form>`;
};

/** The page of `GET /o`, for whoever has no link at hand; with what was `typed` when not all of it could be recorded. */
export const addressForm = (language: ReaderLanguage, typed?: Typed): Page => ({
  status: typed === undefined ? 200 : 422,
  language,
  title: PAGE_WORDS[language].form.title,
  content: html`<h1>${PAGE_WORDS[language].form.title}</h1>${addressFields(language, 'o', typed)}<p>${PAGE_WORDS[language].form.explained}</p>`,
});

/** That all which was typed is recorded: the same whatever the address and the name, so that nobody learns anything from it. */
export const typedOppositionRecorded = (language: ReaderLanguage): Page => ({
  status: 200,
  language,
  title: PAGE_WORDS[language].recorded.title,
  content: html`<h1 class="done">${PAGE_WORDS[language].recorded.title}</h1><p>${PAGE_WORDS[language].form.after}</p>`,
});

/** The page after `POST /o`: that all is recorded, or the form again, which says what is and what is not. */
export const afterTyping = (language: ReaderLanguage, typed: Typed): Page =>
  typed.recorded.length > 0 && typed.unread.length === 0
    ? typedOppositionRecorded(language)
    : addressForm(language, typed);
