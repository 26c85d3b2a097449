import { hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { derivedKey } from '#shared/domain/contact/derived-key.ts';

const material = (byte: number) => new Uint8Array(32).fill(byte);
const derived = (from: Uint8Array, info: string): string =>
  Buffer.from(hkdfSync('sha256', from, '', info, 32)).toString('hex');
const kept = (from: Uint8Array, info: string): string => derivedKey(from, info).export().toString('hex');

test('a key is the one that HKDF gives for its material and its use, the first time and the next', () => {
  const [one, other] = [material(1), material(2)];
  for (let time = 0; time < 2; time += 1)
    for (const from of [one, other])
      for (const info of ['aval/data/a', 'aval/data/b', ''])
        expect(kept(from, info), `${from[0]} ${info}`).toBe(derived(from, info));
});

test('it is derived once for each use', () => {
  const one = material(3);
  expect(derivedKey(one, 'a')).toBe(derivedKey(one, 'a'));
  expect(derivedKey(one, 'a')).not.toBe(derivedKey(material(3), 'a'));
});

test('as many uses as one likes find their own key, and the memory does not grow with them', () => {
  const one = material(4);
  const first = derivedKey(one, 'use 0');
  for (let use = 1; use <= 5_000; use += 1) derivedKey(one, `use ${use}`);
  expect(derivedKey(one, 'use 0')).not.toBe(first);
  expect(kept(one, 'use 0')).toBe(derived(one, 'use 0'));
});
