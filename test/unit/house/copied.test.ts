import { expect, test } from 'vitest';
import { copied } from '#test/functions/support/copied.ts';

test.each([
  ['plain data', { a: [1, { b: null }], c: 'x', d: undefined }],
  ['bytes', { a: new Uint8Array([1, 2]) }],
  ['a date and a set', { at: new Date(0), names: new Set(['a']) }],
  ['a name that JSON may have', JSON.parse('{"a":{"__proto__":{"x":1}},"__proto__":null,"constructor":1}')],
])('a copy of %s is equal to it, and shares nothing with it', (_, value) => {
  const copy = copied(value);
  expect(copy).toStrictEqual(value);
  expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
  expect(copy).not.toBe(value);
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
});
