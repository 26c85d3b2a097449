import { createHash } from 'node:crypto';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
};

/**
 * JSON with keys in code-unit order, no white space and no undefined fields: equal facts give equal text, whatever the
 * order they were written in. The subset of RFC 8785 that strings, booleans, nulls and whole numbers need.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** SHA-256 of a text's UTF-8, in lower-case hexadecimal. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 of the canonical JSON of a value: the name of a content, the seal of a form version or of a request. */
export const sha256OfJson = (value: unknown): string => sha256Of(canonicalJson(value));
