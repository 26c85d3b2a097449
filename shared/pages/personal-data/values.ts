import { type Html, html } from '../html.ts';
import type { Language } from '../layout.ts';
import { LABELS } from './labels.ts';
import { PAGE_WORDS, VALUE_WORDS } from './personal-data-words.ts';

const TIME = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }),
};
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const at = (language: Language): 0 | 1 => (language === 'fr' ? 0 : 1);

/** An instant as people read it. */
export const timeOf = (language: Language, instant: string): string => TIME[language].format(new Date(instant));

/** The name of a field, or what a word of ours is called. */
const labelOf = (language: Language, name: string): string => LABELS[name]?.[at(language)] ?? name;
export const wordOf = (language: Language, word: string): string => VALUE_WORDS[word]?.[at(language)] ?? word;

/** Fields whose values are words of other people: they are shown as they are, whatever they are like. */
const AS_WRITTEN: ReadonlySet<string> = new Set([
  ...['attributes', 'labels', 'mergeValues', 'words', 'reference', 'reason', 'name', 'wording', 'text', 'subject'],
  ...['explanation', 'rationale', 'note', 'doubt'],
]);

const textOf = (language: Language, text: string, isAsWritten: boolean): string => {
  if (isAsWritten) return text;
  return INSTANT.test(text) ? timeOf(language, text) : wordOf(language, text);
};

/** A text on its own: whatever direction or line breaks it has, it changes nothing around it. */
export const isolated = (text: string): Html => html`<bdi class="value">${text}</bdi>`;

/** A value of any shape. */
export const valueIn = (language: Language, value: unknown, isAsWritten = false): Html => {
  const words = PAGE_WORDS[language];
  if (typeof value === 'boolean') return html`${value ? words.yes : words.no}`;
  if (typeof value === 'string') return isolated(textOf(language, value, isAsWritten));
  if (typeof value !== 'object' || value === null) return isolated(String(value));
  if (!Array.isArray(value)) return fieldsOf(language, value, isAsWritten);
  if (value.length === 0) return html`–`;
  return html`<ul>${value.map((each) => html`<li>${valueIn(language, each, isAsWritten)}</li>`)}</ul>`;
};

/** What says nothing to its reader: it is in the file for programs. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set([
  ...['advertiserId', 'seq', 'seal', 'factId', 'settingsVersion', 'rulebookVersion', 'factsSha256', 'sendsCounted'],
  ...['turn', 'line', 'textsAt', 'article', 'campaignId', 'kindOfJob', 'v'],
]);

/** The fields of a record. Names of the advertiser's own are shown as they are. */
export const fieldsOf = (
  language: Language,
  fields: object,
  isAsWritten = false,
  left: readonly string[] = [],
): Html => {
  const isShown = (name: string) => isAsWritten || !(left.includes(name) || FOR_PROGRAMS.has(name));
  const shown = Object.entries(fields).filter(([name, value]) => value !== undefined && isShown(name));
  if (shown.length === 0) return html`–`;
  return html`<dl>${shown.map(
    ([name, value]) =>
      html`<dt>${isAsWritten ? isolated(name) : labelOf(language, name)}</dt><dd>${valueIn(language, value, isAsWritten || AS_WRITTEN.has(name))}</dd>`,
  )}</dl>`;
};
