import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A stack, or a program that starts one, without the faults that AWS has too. */
const WITHOUT = /\b(?:faults|AVAL_FAULTS): 'none'/;

/** The lines that ask for no faults and have no comment just above them that says why. */
const unexplained = (source: string): readonly string[] => {
  const lines = source.split('\n');
  return lines.filter((line, index) => WITHOUT.test(line) && !/^\s*\/\/ \S+ \S+/.test(lines[index - 1] ?? ''));
};

const FILES = globSync('{bench,demo,local,test,tools}/**/*.ts').filter((file) => !file.includes('node_modules'));

test('whatever runs on a stack without drawn faults says why just above', () => {
  const others = FILES.filter((file) => !file.endsWith('house/faults.test.ts'));
  const without = others
    .map((file) => ({ file, source: readFileSync(file, 'utf8') }))
    .filter(({ source }) => WITHOUT.test(source));
  expect(without.length).toBeGreaterThan(8);
  expect(without.flatMap(({ file, source }) => unexplained(source).map((line) => `${file}: ${line.trim()}`))).toEqual(
    [],
  );
});

test.each([
  ["  stack = await startAval({ at: NOON, faults: 'none' });", 1],
  ["  // Each test brings its own fault about.\n  stack = await startAval({ at: NOON, faults: 'none' });", 0],
  ["  // Why.\n\n  const env = { ...process.env, AVAL_FAULTS: 'none' };", 1],
  ["  //\n  stack = await startAval({ faults: 'none' });", 1],
  ['  stack = await startAval({ at: NOON });', 0],
])('%j has so many without a reason: %i', (source, count) => {
  expect(unexplained(source)).toHaveLength(count);
});
