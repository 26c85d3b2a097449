const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
};
const refer = (character: string): string => REFERENCES[character] ?? `&#${character.codePointAt(0)};`;

/*
 * Characters past U+00FF are referred to as well: one of them would make V8 hold a whole mail in two bytes a character,
 * and filling and comparing 100 KB of it five times slower.
 */
const IN_TEXT = /[&<>"'`]|[^\0-\xff]/u;
const IN_TAG = /[&<>"'`=\s]|[^\0-\xff]/u;

/** Character by character: `replace` on a two-byte string gives a two-byte string whatever is left in it. */
const referTo = (value: string, those: RegExp): string =>
  Array.from(value, (character) => (those.test(character) ? refer(character) : character)).join('');

/** A value as HTML text, comment text or quoted attribute: it can open no tag, close no quote and end no comment. */
export const escapeHtml = (value: string): string => (IN_TEXT.test(value) ? referTo(value, IN_TEXT) : value);

/** A value inside a tag, whether the author put quotes or not: white space and `=` are referred to as well. */
export const escapeAttribute = (value: string): string => (IN_TAG.test(value) ? referTo(value, IN_TAG) : value);

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What `escapeHtml` was given: the references that it writes are read back. */
export const unescapeHtml = (html: string): string =>
  html.replaceAll(/&(?:#(\d+)|(\w+));/g, (reference, number: string | undefined, name: string | undefined) =>
    number === undefined ? (NAMED[name ?? ''] ?? reference) : String.fromCodePoint(Number(number)),
  );

/** Text with each run of white space as one space, as a browser shows it. */
export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
