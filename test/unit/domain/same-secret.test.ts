import { expect, test } from 'vitest';
import { digestOf, isSameBytes, isSameSecret } from '#shared/domain/contact/same-secret.ts';

test('secrets are the same by their texts alone, of whatever length', () => {
  expect(isSameSecret('clé', 'clé')).toBe(true);
  for (const other of ['', 'cl', 'cle', 'clé ', 'Clé']) expect(isSameSecret('clé', other)).toBe(false);
});

test('bytes of another length are others, and no fault', () => {
  expect(isSameBytes(Buffer.from('ab'), Buffer.from('ab'))).toBe(true);
  for (const other of ['', 'a', 'ac', 'abc']) expect(isSameBytes(Buffer.from('ab'), Buffer.from(other))).toBe(false);
});

test('a digest is the SHA-256 of the text in UTF-8', () => {
  expect(digestOf('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
