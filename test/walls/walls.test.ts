import { beforeAll, describe, expect, test } from 'vitest';
import { synthesiseOwn } from '#tools/start/own-assembly.ts';
import { complaintsOf, differenceOf } from './compare.ts';
import { isNoticed, mutationsOf, universeOf } from './mutations.ts';
import { RARE } from './rare.ts';
import { readRecorded } from './recorded.ts';
import { RULES } from './unrecorded.ts';
import { type Walls, wallsOf } from './walls.ts';

/** Of some ninety thousand changes, every one this far from the last; `npm run walls` tries all of them. */
const EVERY = 97;

let found: Walls;
beforeAll(async () => {
  found = wallsOf(await synthesiseOwn(), readRecorded());
});

describe('P9: each role grants what its function was seen to do while the tests ran, and nothing more', () => {
  test('no call is without its grant, and no grant without its call', () => {
    expect(found.walls.length).toBeGreaterThan(60);
    const complaints = found.walls.flatMap(({ name, statements, needed }) =>
      complaintsOf(name, differenceOf(statements, needed)),
    );
    expect(complaints).toEqual([]);
  });

  test('nothing is called rare that was recorded', () => {
    expect(found.stale).toEqual([]);
  });

  test('what cannot be recorded is justified by a page of AWS, and what is rare by a reason', () => {
    for (const { page, why } of RULES)
      expect([page, why.length > 30]).toEqual([expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//), true]);
    for (const { why, seen } of RARE) expect([why.length > 30, seen.length > 10]).toEqual([true, true]);
    expect(RARE.filter(({ byTime }) => byTime)).toHaveLength(4);
  });
});

describe('the comparison', () => {
  test('notices each of some nine hundred changes, one thing taken from or added to one statement', () => {
    const universe = universeOf(found.walls);
    const some = found.walls.flatMap((wall) => mutationsOf(wall, universe)).filter((_, index) => index % EVERY === 0);
    expect(some.length).toBeGreaterThan(300);
    expect(some.filter((mutation) => !isNoticed(mutation)).map(({ name }) => name)).toEqual([]);
  });
});
