import { hash } from 'node:crypto';

/** Code-unit order; but names that are whole numbers come first, by value, as JavaScript's own objects keep them. */
const namesOf = (value: object): readonly string[] => {
  const names = Object.keys(value);
  const startsWithNumber = /^\d/.test(names[0] ?? '');
  const sorted = names.sort();
  return startsWithNumber ? Object.keys(Object.fromEntries(sorted.map((name) => [name, true]))) : sorted;
};

/** What JSON writes as it stands. Calling JSON for each word of a value costs more than the rest of the work. */
const PLAIN = /^[ !#-[\]-~]*$/;
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** Names come again and again; those that callers invent are not kept without end. */
const MOST_NAMES = 1000;
const LONGEST_NAME = 64;
const knownNames = new Map<string, string>();
const nameOf = (name: string): string => {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const made = `${quoted(name)}:`;
  if (knownNames.size < MOST_NAMES && name.length <= LONGEST_NAME) knownNames.set(name, made);
  return made;
};

const fieldsOf = (value: Readonly<Record<string, unknown>>): string => {
  let text = '';
  for (const name of namesOf(value)) {
    const each = value[name];
    if (each !== undefined) text += `${text === '' ? '' : ','}${nameOf(name)}${canonicalJson(each)}`;
  }
  return text;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * JSON with keys in code-unit order, no white space and no undefined fields: equal facts give equal text, whatever the
 * order they were written in. The subset of RFC 8785 that strings, booleans, nulls and whole numbers need.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  return isRecord(value) ? `{${fieldsOf(value)}}` : JSON.stringify(value);
};

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export const sha256Of = (text: string): string => hash('sha256', text, 'hex');

/** SHA-256 of the canonical JSON of a value: the name of a content, the seal of a form version or of a request. */
export const sha256OfJson = (value: unknown): string => sha256Of(canonicalJson(value));
