import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { oneIn, oneOfCommit, oneOfCommitFor, shareOf, shareOfCommit } from '#test/support/shares/share.ts';

const ROWS = Array.from({ length: 300 }, (_, index) => ({ index, kinds: [`k${index % 7}`, `of ${index % 40}`] }));
const kindsOf = ({ kinds }: (typeof ROWS)[number]) => kinds;
const drawnBy = (seed: string, every = 10) => shareOf(ROWS, { every, kindsOf }, seed);

describe('a share of many rows', () => {
  test.each(['1', '2', 'another'])('has each kind, whatever the seed, and no more than was asked for: %s', (seed) => {
    const drawn = drawnBy(seed);
    expect(new Set(drawn.flatMap(kindsOf))).toEqual(new Set(ROWS.flatMap(kindsOf)));
    expect(drawn.length).toBeLessThan(50);
    expect(drawn).toEqual(ROWS.filter((row) => drawn.includes(row)));
  });

  test('has as many as were asked for where the kinds are few', () => {
    expect(shareOf(ROWS, { every: 4, kindsOf: () => [] }, '1')).toHaveLength(75);
    expect(drawnBy('1', 3)).toHaveLength(100);
  });

  test('is the same for the same seed, another for another, and everything for all', () => {
    expect(drawnBy('1')).toEqual(drawnBy('1'));
    expect(drawnBy('1')).not.toEqual(drawnBy('2'));
    expect(drawnBy('all')).toBe(ROWS);
  });
});

describe('the seed of rows that are judged each for itself', () => {
  test('follows from the commit; where there is no git, it is 1', () => {
    expect(shareOfCommit(undefined, () => '1a2b3c4d')).toBe('1a2b3c4d');
    expect(shareOfCommit(undefined, () => '')).toBe('1');
    expect(shareOfCommit(undefined)).toMatch(/^(?:[\da-f]{8,}|1)$/);
  });

  test('is the one that is given', () => {
    expect(shareOfCommit('all', () => '1a2b3c4d')).toBe('all');
  });
});

test('one of some rows is another by another commit, and each comes with some; all with the seed for all', () => {
  const rows = [4, 8, 12];
  expect(oneOfCommit(rows, '1a2b3c4d')).toEqual(oneOfCommit(rows, '1a2b3c4d'));
  const drawn = Array.from({ length: 40 }, (_, index) => oneOfCommit(rows, `commit ${index}`));
  expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([1]));
  expect(new Set(drawn.flat())).toEqual(new Set(rows));
  expect(oneOfCommit(rows, 'all')).toBe(rows);
  const byName = ['a', 'b', 'c', 'd'].map((name) => oneOfCommitFor(name, rows, '1a2b3c4d'));
  expect(new Set(byName.flat()).size).toBeGreaterThan(1);
  expect(oneOfCommitFor('a', rows, 'all')).toBe(rows);
});

test('one in three of some rows, in their order; all with the seed for all', () => {
  const drawn = oneIn(3, ROWS, '1a2b3c4d');
  expect(drawn).toHaveLength(100);
  expect(drawn).toEqual(ROWS.filter((row) => drawn.includes(row)));
  expect(oneIn(3, ROWS, 'all')).toBe(ROWS);
});

test('what shares are of is there', () => {
  const parts = readFileSync('test/whole.ts', 'utf8').match(/'test\/[^']+'/g) ?? [];
  expect(parts.length).toBeGreaterThan(9);
  expect(parts.map((part) => part.slice(1, -1)).filter((path) => !existsSync(path))).toEqual([]);
});
