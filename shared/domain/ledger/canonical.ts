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

/** Names in the order in which an object has them, and in the order in which they are written: `["city", "\"city\":"]`. */
interface NameOrder {
  readonly given: readonly string[];
  readonly written: readonly (readonly [name: string, quoted: string])[];
}

/** Objects of one kind come again and again, with the same names: their order is worked out once. */
const MOST_ORDERS = 500;
const MOST_NAMES = 100;
const orders = new Map<number, NameOrder[]>();
let kept = 0;

const orderOf = (given: readonly string[]): NameOrder['written'] => {
  const known = orders.get(given.length) ?? [];
  const found = known.find((each) => each.given.every((name, index) => name === given[index]));
  if (found !== undefined) return found.written;
  const written = inOrder(given).map((name) => [name, `${quoted(name)}:`] as const);
  if (kept < MOST_ORDERS && given.length <= MOST_NAMES) {
    orders.set(given.length, [...known, { given, written }]);
    kept += 1;
  }
  return written;
};

const fieldsOf = (value: Readonly<Record<string, unknown>>): string => {
  let text = '';
  for (const [name, quotedName] of orderOf(Object.keys(value))) {
    const each = value[name];
    if (each !== undefined) text += `${text === '' ? '' : ','}${quotedName}${canonicalJson(each)}`;
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
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  return isRecord(value) ? `{${fieldsOf(value)}}` : JSON.stringify(value);
};

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export const sha256Of = (text: string): string => hash('sha256', text, 'hex');

/**
 * SHA-256 of the canonical JSON of a value: the name of a content, the content hash of a form version, the hash of a
 * request.
 */
export const sha256OfJson = (value: unknown): string => sha256Of(canonicalJson(value));
