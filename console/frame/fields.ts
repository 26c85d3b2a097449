import { withFirstDay } from '#shared/domain/time/day-in-words.ts';
import { type Html, html } from '../html.ts';
import { type FrameWords, WORDS } from './words.ts';

/** A field of a line of fields. `more` goes into its tag. */
const input = (name: string, label: string, value: string, more: Html = html``): Html =>
  html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${value}"${more}></div>`;

/** A choice among `options`, in words by value. */
export const select = (
  name: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, words: string])[],
): Html =>
  html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
    ([each, words]) => html`<option value="${each}"${each === value ? ' selected' : ''}>${words}</option>`,
  )}</select></div>`;

/** Fields that a form sends along unseen. */
export const hidden = (fields: Readonly<Record<string, string>>): readonly Html[] =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

/** Whose page it is: those that something was emitted of are proposed. */
export const advertiserField = (words: FrameWords, advertiser: string, known: readonly string[]): Html =>
  html`${input('advertiser', words.advertiser, advertiser, html` required list="advertisers" autocomplete="off" spellcheck="false"`)}<datalist id="advertisers">${known.map((each) => html`<option value="${each}"></option>`)}</datalist>`;

/** An instant as people read it, in Paris. */
export const timeView = (at: string, language: keyof typeof WORDS): Html =>
  html`<time datetime="${at}">${withFirstDay(new Intl.DateTimeFormat(WORDS[language].zone, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(new Date(at)), language)}</time>`;
