const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
};
const refer = (character: string): string => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`;

/** A value as HTML text, comment text or quoted attribute: it can open no tag, close no quote and end no comment. */
export const escapeHtml = (value: string): string =>
  /[&<>"'`]/.test(value) ? value.replace(/[&<>"'`]/g, refer) : value;

/** A value inside a tag, whether the author put quotes or not: white space and `=` are referred to as well. */
export const escapeAttribute = (value: string): string =>
  /[&<>"'`=\s]/.test(value) ? value.replace(/[&<>"'`=\s]/g, refer) : value;

/** Text with each run of white space as one space, as a browser shows it. */
export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
