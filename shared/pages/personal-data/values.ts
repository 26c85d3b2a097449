import { type Html, html } from '../html.ts';
import type { Language } from '../layout.ts';
import { timeOf } from '../time.ts';
import { LABELS } from './labels.ts';
import { LABELS_WITHIN } from './labels-within.ts';
import { PAGE_WORDS } from './personal-data-words.ts';
import { INSTEAD, valueWords } from './value-words.ts';
import { TITLES } from './words/titles.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const at = (language: Language): 0 | 1 => (language === 'fr' ? 0 : 1);

/** The name of a field. `within`: the record, fact or field around it. */
const labelOf = (language: Language, name: string, within: string): string =>
  (LABELS_WITHIN[within]?.[name] ?? LABELS[name])?.[at(language)] ?? name;

/** What a kind of record or of fact is called. */
export const titleOf = (language: Language, kind: string): string => TITLES[kind]?.[at(language)] ?? kind;

/** What a word of ours is called in a field. */
export const wordOf = (language: Language, field: string, word: string): string =>
  (valueWords(field, word) ?? INSTEAD[word])?.[at(language)] ?? word;

/** Fields whose values are words of other people: they are shown as they are, whatever they are like. */
const AS_WRITTEN: ReadonlySet<string> = new Set([
  ...['attributes', 'labels', 'mergeValues', 'words', 'reference', 'reason', 'name', 'wording', 'text', 'subject'],
  ...['explanation', 'rationale', 'note', 'doubt'],
]);

const textOf = (language: Language, text: string, field: string): string => {
  if (AS_WRITTEN.has(field)) return text;
  return INSTANT.test(text) ? timeOf(language, text) : wordOf(language, field, text);
};

/** A text on its own: whatever direction or line breaks it has, it changes nothing around it. */
export const isolated = (text: string): Html => html`<bdi class="value">${text}</bdi>`;

const WRITTEN_FOR_THEM = 'writtenForThem';
/** Of what was written into a message for its reader: what a reader reads, each once. The rest is in the file for programs. */
const forReader = (holes: object): readonly unknown[] => {
  const read = Object.entries(holes).flatMap(([name, value]) => (/token|^headers\b/.test(name) ? [] : [String(value)]));
  const plain = read.filter((each) => !/<[a-z]/i.test(each));
  return [...new Set(plain.length === 0 ? read : plain)];
};

/** A value of any shape. `field`: the name of the field that holds it, or the kind of the record that it is. */
export const valueIn = (language: Language, value: unknown, field = ''): Html => {
  const words = PAGE_WORDS[language];
  if (typeof value === 'boolean') return html`${value ? words.yes : words.no}`;
  if (typeof value === 'string') return isolated(textOf(language, value, field));
  if (typeof value !== 'object' || value === null) return isolated(String(value));
  if (field === WRITTEN_FOR_THEM) return valueIn(language, forReader(value), 'text');
  if (!Array.isArray(value)) return fieldsOf(language, value, field);
  if (value.length === 0) return html`–`;
  return html`<ul>${value.map((each) => html`<li>${valueIn(language, each, field)}</li>`)}</ul>`;
};

/** What says nothing to its reader: it is in the file for programs. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set([
  ...['advertiserId', 'seq', 'seal', 'factId', 'settingsVersion', 'rulebookVersion', 'factsSha256', 'sendsCounted'],
  ...['turn', 'line', 'textsAt', 'article', 'campaignId', 'kindOfJob', 'v', 'revision', 'detail', 'firstSeq'],
  ...['fingerprint', 'otherFingerprints', 'keyId', 'codeHash', 'hash', 'jobId', 'undatedIn', 'renews', 'listId'],
]);

/** The fields of a record. Names of the advertiser's own are shown as they are. `within`: what they are the fields of. */
export const fieldsOf = (language: Language, fields: object, within = '', left: readonly string[] = []): Html => {
  const isAsWritten = AS_WRITTEN.has(within);
  const isShown = (name: string) => isAsWritten || !(left.includes(name) || FOR_PROGRAMS.has(name));
  const shown = Object.entries(fields).filter(([name, value]) => value !== undefined && isShown(name));
  if (shown.length === 0) return html`–`;
  return html`<dl>${shown.map(
    ([name, value]) =>
      html`<dt>${isAsWritten ? isolated(name) : labelOf(language, name, within)}</dt><dd>${valueIn(language, value, isAsWritten ? within : name)}</dd>`,
  )}</dl>`;
};
