import type { Language } from '#tools/law/page/language.ts';
import { type Html, html } from '../html.ts';
import { STYLE as LAW_STYLE } from '../law/style.ts';
import type { Watched } from '../watched.ts';
import { callView } from './call-view.ts';
import { type Around, conversationView } from './conversation-view.ts';
import { giveSpeech } from './in-page.mjs';
import { dayIn, timeIn, writtenOut } from './shown.ts';
import { STYLE } from './style.ts';
import { type Phone, phonesOf } from './traffic.ts';
import { PATHS, type PhoneWords, WORDS } from './words.ts';

/** The list names the phones that were reached last; any other is found by its number. */
const SHOWN = 50;

/** Where the script of these pages is. */
export const SCRIPT_PATH = '/phones.js';
/** Has a call spoken by the browser; all else works without it. */
export const SCRIPT = `(${giveSpeech})();\n`;

const pageOf = (language: Language, title: string, nav: Html, main: Html): string =>
  html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${{ html: LAW_STYLE + STYLE }}</style></head>
<body>
<a class="skip" href="#main">${WORDS[language].skip}</a>
<header>${nav}<h1>${title}</h1><p>${WORDS[language].lead}</p></header>
<main id="main" tabindex="-1">${main}</main>
<script src="${SCRIPT_PATH}"></script>
</body></html>`.html;

const otherLanguage = ({ other, inOther }: PhoneWords, rest: string): Html =>
  html`<a href="${PATHS[other]}${rest}" lang="${other}" hreflang="${other}">${inOther}</a>`;

const countsOf = ({ conversations, calls }: Phone, words: PhoneWords): string => {
  const kinds = conversations.flatMap(({ lines }) => lines.map(({ kind }) => kind));
  return words.counts(
    kinds.filter((kind) => kind === 'SMS').length,
    kinds.filter((kind) => kind === 'MMS').length,
    calls.length,
  );
};

const entryView = (phone: Phone, language: Language): Html => {
  const words = WORDS[language];
  const [last] = phone.conversations.flatMap(({ lines }) => lines).toSorted((a, b) => b.at.localeCompare(a.at));
  return html`<li><a href="${PATHS[language]}/${phone.id}"><strong>${writtenOut(phone.number)}</strong>
    <span>${countsOf(phone, words)} · <time datetime="${phone.lastAt}">${dayIn(phone.lastAt, words)}, ${timeIn(phone.lastAt, words)}</time></span>
    ${last === undefined ? '' : html`<span class="last">${last.text}</span>`}</a></li>`;
};

/** The page that lists the phones. `unknown`: somebody looked for a number that nothing has reached. */
export const phonesPage = (stack: Watched, language: Language, unknown = false): string => {
  const words = WORDS[language];
  const phones = phonesOf(stack);
  const shown = phones.slice(0, SHOWN);
  const main = html`
  <form method="post" action="${PATHS[language]}"><label for="number">${words.find}</label><input id="number" name="number" type="tel" required${unknown ? html` aria-describedby="unknown" aria-invalid="true"` : ''}><button>${words.open}</button>
    ${unknown ? html`<p id="unknown" role="alert"><strong>${words.unknown}</strong></p>` : ''}</form>
  ${phones.length === 0 ? html`<p>${words.none}</p>` : html`<p>${words.shown(shown.length, phones.length)}</p><ul class="phones">${shown.map((each) => entryView(each, language))}</ul>`}`;
  return pageOf(language, words.title, html`<p><a href="/">${words.back}</a> · ${otherLanguage(words, '')}</p>`, main);
};

/** The page of one phone; `undefined`: none has this id. */
export const phonePage = (stack: Watched, language: Language, id: string): string | undefined => {
  const words = WORDS[language];
  const phone = phonesOf(stack).find((each) => each.id === id);
  if (phone === undefined) return undefined;
  const around: Around = {
    words,
    here: `${PATHS[language]}/${id}`,
    hasPicture: (sha256) => stack.provider.held(sha256) !== undefined,
  };
  const { conversations, calls, number } = phone;
  const main = html`
  ${calls.length === 0 ? '' : html`<section aria-labelledby="calls"><h2 id="calls">${words.calls}</h2>${calls.map((call, index) => callView(call, index, around)).toReversed()}</section>`}
  ${conversations.length === 0 ? '' : html`<section aria-labelledby="texts"><h2 id="texts">${words.texts}</h2><div class="row">${conversations.map((each, index) => conversationView(number, each, index, around))}</div></section>`}`;
  const nav = html`<p><a href="${PATHS[language]}">${words.all}</a> · <a href="/">${words.back}</a> · ${otherLanguage(words, `/${id}`)}</p>`;
  return pageOf(language, words.phone(writtenOut(number)), nav, main);
};
