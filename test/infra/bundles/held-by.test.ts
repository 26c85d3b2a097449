import { expect, test } from 'vitest';
import { heldBy } from './held-by.ts';

const SENTENCES = ['A consent ends when it is withdrawn.', 'A consent ends once it is withdrawn.', 'a'.repeat(30)];

test.each(Array.from({ length: 40 }, (_, before) => before))('a sentence behind %i letters is found', (before) => {
  for (const sentence of SENTENCES)
    for (const after of ['', ' ', ' and what follows it.'])
      expect(heldBy(`${'-'.repeat(before)}${sentence}${after}`, SENTENCES)).toEqual([sentence]);
});

test('all that are there are found, once each', () => {
  expect([...heldBy(SENTENCES.join(' ').repeat(3), [...SENTENCES, ...SENTENCES])].sort()).toEqual(
    [...SENTENCES].sort(),
  );
});

test('a part of a sentence is not found', () => {
  const parts = SENTENCES.flatMap((sentence) => [sentence.slice(1), sentence.slice(0, -1), sentence.replace('a', '')]);
  expect(heldBy(parts.join('|'), SENTENCES)).toEqual([]);
});

test('a sentence of less than thirty letters is refused', () => {
  expect(() => heldBy('', ['a'.repeat(29)])).toThrow('It is too short to be looked for');
});
