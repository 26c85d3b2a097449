import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256Of } from '#shared/domain/ledger/canonical.ts';

/** The same by the platform alone: objects rebuilt with their names in order, then written. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, inOrder(each)]),
  );
};

describe('canonical JSON', () => {
  test('is what the platform writes, with names in order', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(canonicalJson(value)).toBe(JSON.stringify(inOrder(value)));
      }),
      { numRuns: 2000 },
    );
  });
  test.each(['"', '\\', '\n', '\u0000', '\u001f', '\u007f', 'é', '\u2028', '\ud800', '😀', '', ' !#[]~'])(
    'writes %j as the platform does, as a value and as a name',
    (text) => {
      expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }));
    },
  );
  test('leaves out what is undefined, and does not depend on the order of names', () => {
    expect(canonicalJson({ b: 1, a: undefined, c: [undefined, true, 1.5] })).toBe('{"b":1,"c":[null,true,1.5]}');
    expect(canonicalJson({ b: 'x', a: 'y' })).toBe(canonicalJson({ a: 'y', b: 'x' }));
  });
  test('hashes the bytes of UTF-8', () => {
    for (const text of ['', 'é', '😀', 'plain', 'half \ud800'])
      expect(sha256Of(text)).toBe(createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'));
  });
});
