import { expect, test } from 'vitest';
import { growth } from '#test/support/growth.ts';

const readOnce = (text: string): number => {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
};

/** Compares each character with each, as a careless list of seen things does. */
const readEachForEach = (text: string): number => {
  let same = 0;
  for (let left = 0; left < text.length; left++)
    for (let right = 0; right < text.length; right++) if (text.charCodeAt(left) === text.charCodeAt(right)) same++;
  return same;
};

test('what reads a text once is known from what compares each character with each', () => {
  expect(growth('x', 20_000_000, readOnce)).toBeLessThan(18);
  expect(growth('x', 10_000, readEachForEach)).toBeGreaterThan(50);
});
