import { hash } from 'node:crypto';

/** Code-unit order; but names that are whole numbers come first, by value, as JavaScript's own objects keep them. */
const inOrder = (names: readonly string[]): readonly string[] => {
  const sorted = names.toSorted();
  const startsWithNumber = /^\d/.test(names[0] ?? '');
  return startsWithNumber ? Object.keys(Object.fromEntries(sorted.map((name) => [name, true]))) : sorted;
};

/** What JSON writes unchanged. Calling JSON for each word of a value costs more than the rest of the work. */
const PLAIN = /^[ !#-[\]-~]*$/;
const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** One field: the index of its value among the values of the object, and how its name is written, first or after others. */
interface Field {
  readonly index: number;
  readonly first: string;
  readonly later: string;
}

/** The names that objects of one kind have, and their fields in the order in which they are written. */
interface Kind {
  readonly names: readonly string[];
  readonly fields: readonly Field[];
}

/** Objects of one kind come again and again, with the same names: their order is worked out once. */
const MOST_KINDS = 500;
const MOST_NAMES = 100;
const kinds = new Map<number, Kind[]>();
let kept = 0;

const fieldsOf = (names: readonly string[]): readonly Field[] => {
  const known = kinds.get(names.length) ?? [];
  const found = known.find((each) => each.names.every((name, index) => name === names[index]));
  if (found !== undefined) return found.fields;
  const fields = inOrder(names).map((name) => ({
    index: names.indexOf(name),
    first: `${quoted(name)}:`,
    later: `,${quoted(name)}:`,
  }));
  if (kept < MOST_KINDS && names.length <= MOST_NAMES) {
    kinds.set(names.length, [...known, { names, fields }]);
    kept += 1;
  }
  return fields;
};

const written = (value: object): string => {
  const values = Object.values(value);
  let text = '';
  for (const { index, first, later } of fieldsOf(Object.keys(value))) {
    const each: unknown = values[index];
    if (each !== undefined) text += `${text === '' ? first : later}${canonicalJson(each)}`;
  }
  return text;
};

/**
 * JSON with keys in code-unit order, no white space and no undefined fields: equal facts give equal text, whatever the
 * order they were written in. The subset of RFC 8785 that strings, booleans, nulls and whole numbers need.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  return typeof value === 'object' && value !== null ? `{${written(value)}}` : JSON.stringify(value);
};

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export const sha256Of = (text: string): string => hash('sha256', text, 'hex');

/**
 * SHA-256 of the canonical JSON of a value: the name of a content, the content hash of a form version, the hash of a
 * request.
 */
export const sha256OfJson = (value: unknown): string => sha256Of(canonicalJson(value));
