import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const ROWS = readFileSync('docs/statuses.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:`|\||every)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

type Operations = Readonly<Record<string, { readonly responses?: object }>>;
const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: Record<string, Operations> };

/** Every success of every route of the document: `PUT /v1/contacts 200`. */
const SUCCESSES = Object.entries(paths).flatMap(([path, operations]) =>
  Object.entries(operations).flatMap(([method, { responses }]) =>
    Object.keys(responses ?? {})
      .filter((status) => status.startsWith('2'))
      .map((status) => `${method.toUpperCase()} ${path} ${status}`),
  ),
);

/** The same of the table; a row without a route belongs to the one above it. */
const listed = (): readonly string[] => {
  let route = '';
  return ROWS.flatMap(([, named = '', statuses = '']) => {
    route = named === '' ? route : named.replaceAll('`', '');
    return statuses.split(',').map((status) => `${route} ${status.trim()}`);
  }).filter((each) => !each.startsWith('every batch'));
};

test('docs/statuses.md has every success of every route of docs/openapi.json, and no other', () => {
  expect(SUCCESSES.length).toBeGreaterThan(40);
  expect([...new Set(listed())].toSorted()).toEqual(SUCCESSES.toSorted());
});

/** The tests of the API by the name of their file. */
const SOURCES_OF_TESTS = globSync('test/{functions,races}/**/*.test.ts').map((path) => ({
  file: basename(path),
  source: readFileSync(path, 'utf8'),
}));

test('every row names a test that exists', () => {
  const cited = ROWS.map((cells) => cells[5] ?? '');
  expect(cited.length).toBeGreaterThan(25);
  const wrong = cited.filter((cell) => {
    const [, file, name] = /^([\w-]+\.test\.ts): “(.+)”$/.exec(cell) ?? [];
    if (file === undefined || name === undefined) return true;
    return !SOURCES_OF_TESTS.some((each) => each.file === file && each.source.includes(`'${name}'`));
  });
  expect(wrong).toEqual([]);
});
