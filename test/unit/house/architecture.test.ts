import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cyclesIn } from '#test/support/architecture/cycles.ts';
import { importsOf, type Sources } from '#test/support/architecture/imports.ts';
import { MAY_IMPORT, RINGS, refusedImports, ringOf, unusedDirections } from '#test/support/architecture/rings.ts';
import { bigFolders, longFiles } from '#test/support/architecture/sizes.ts';
import { readSources } from '#test/support/architecture/sources.ts';

const ALL = readSources();
/** What the system is made of, and all that is built on it; tests are judged by their own rules. */
const JUDGED: Sources = new Map([...ALL].filter(([file]) => ringOf(file) !== 'tests'));

describe('the rings of the system', () => {
  test('every source file belongs to one, and none is empty', () => {
    const found = new Set([...ALL.keys()].map(ringOf));
    expect([...ALL.keys()].filter((file) => ringOf(file) === undefined)).toEqual([]);
    expect(RINGS.map(([ring]) => ring).filter((ring) => !found.has(ring))).toEqual([]);
  });

  test.each(RINGS.map(([ring]) => ring))('%s imports only what it may', (ring) => {
    const own = new Map([...ALL].filter(([file]) => ringOf(file) === ring));
    expect(refusedImports(own)).toEqual([]);
  });

  test('no direction is allowed that no file needs, nor values where types are enough', () => {
    expect(unusedDirections(ALL)).toEqual([]);
  });

  test('no files import each other in a circle, types included', () => {
    expect(cyclesIn(ALL)).toEqual([]);
  });
});

test('local/README.md names the packages that local/ needs, and local/ needs no other', () => {
  const files = [...ALL].filter(([file]) => ringOf(file) === 'local');
  const targets = files.flatMap(([file, source]) => importsOf(file, source).map(({ target }) => target));
  const packages = targets.filter((target) => !/^(?:node:|local\/|\()/.test(target));
  const needs = /and these packages: ([^;]+);/.exec(readFileSync('local/README.md', 'utf8'))?.[1] ?? '';
  expect([...new Set(packages)].sort()).toEqual([...needs.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort());
});

test('docs/architecture.md tells who may import whom as the judge does', () => {
  const page = readFileSync('docs/architecture.md', 'utf8');
  const rows = [...page.matchAll(/^\| ([a-z]+) \| [^|]+ \|([^|]*)\|([^|]*)\|$/gm)]
    .map(([, ring = '', ...cells]) => [ring, cells.map((cell) => cell.trim())] as const)
    .filter(([ring]) => ring in MAY_IMPORT);
  const judged = Object.entries(MAY_IMPORT).map(([ring, { values, types = [] }]) => [
    ring,
    [values.join(', '), types.join(', ')],
  ]);
  expect(rows).toEqual(judged);
});

describe('rooms that show what they hold', () => {
  test('no folder holds more than 20 source files, but articles and routes', () => {
    expect(bigFolders(ALL)).toEqual([]);
  });

  test('no file has more than 200 lines, but data', () => {
    expect(longFiles(JUDGED)).toEqual([]);
  });
});
