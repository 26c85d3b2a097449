import type { Language } from '#tools/law/page/language.ts';
import { type Html, html } from '../html.ts';
import { STYLE as LAW_STYLE } from '../law/style.ts';
import { PATHS as LAW } from '../law/words.ts';
import { PATHS as PHONES } from '../phones/words.ts';
import { PATHS as PREVIEW } from '../preview/words.ts';
import { pathWith } from './around.ts';
import { STYLE } from './style.ts';
import { PAGES, PATHS, type PageName, WORDS } from './words.ts';

/** What a page is under: nothing from outside, no script; a mail in a frame is under its own policy, and reaches no page. */
export const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";

/** Which page it is, for whom. */
export interface Shown {
  readonly name: PageName;
  readonly language: Language;
  readonly advertiser: string;
  /** In words, where the page is about one thing. Absent: the name of the page. */
  readonly title?: string | undefined;
  /** What else of the address is the same in the other language, as `contact=…`. No address of a person. */
  readonly search?: Readonly<Record<string, string>> | undefined;
}

/** The address of a page: fields that are empty are left out. */
export const linkTo = (language: Language, name: PageName, fields: Readonly<Record<string, string>>): string =>
  pathWith(PATHS[language][name], fields);

const navigation = ({ name, language, advertiser, search = {} }: Shown): Html => {
  const words = WORDS[language];
  const links = PAGES.map((each) => {
    const current = each === name ? html` aria-current="page"` : '';
    return html`<a href="${linkTo(language, each, { advertiser })}"${current}>${words.titles[each]}</a>`;
  });
  const elsewhere = linkTo(words.other, name, { advertiser, ...search });
  return html`<nav class="pages" aria-label="${words.pages}"><a href="/">${words.back}</a>${links}<a href="${PHONES[language]}">${words.phones}</a><a href="${PREVIEW[language]}">${words.preview}</a><a href="${LAW[language]}">${words.law}</a>
    <a href="${elsewhere}" lang="${words.other}" hreflang="${words.other}">${words.inOther}</a></nav>`;
};

/** A page of what is stored: plain HTML without script or outside resource. */
export const pageOf = (shown: Shown, main: Html): string => {
  const { language, name, title = WORDS[language].titles[name] } = shown;
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${{ html: LAW_STYLE + STYLE }}</style></head>
<body>
<a class="skip" href="#main">${WORDS[language].skip}</a>
<header>${navigation(shown)}<h1>${title}</h1></header>
<main id="main" tabindex="-1">${main}</main>
</body></html>`.html;
};
