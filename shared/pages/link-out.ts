import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from './html.ts';

/**
 * A link that leaves our pages. A page of the web opens beside ours, and says so: who came by a form would be asked to send that form again if they came
 * back, and an open preference centre would be lost. A mailbox opens no page.
 */
export const linkOut = (href: string, words: string, language: ReaderLanguage): Html =>
  /^https?:/.test(href)
    ? html`<a href="${href}" target="_blank" rel="noreferrer">${words} ${PAGE_WORDS[language].contact.newTab}</a>`
    : html`<a href="${href}" rel="noreferrer">${words}</a>`;
