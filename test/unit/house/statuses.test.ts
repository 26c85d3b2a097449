import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentOf } from '#shared/contracts/http/document.ts';
import { ROUTE_NAMES, routeOf } from '../../support/routes.ts';

const ROWS = readFileSync('docs/statuses.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:`|\||every)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('docs/statuses.md has every route that changes something or judges, with its statuses', () => {
  const rows = new Map(ROWS.map(([, route = '', statuses = '']) => [route.replaceAll('`', ''), statuses]));
  const expected = ROUTE_NAMES.filter((name) => routeOf(name).method !== 'GET').map((name) => {
    const { method, path } = routeOf(name);
    const statuses = documentOf(routeOf(name)).answers.map(({ status }) => status);
    return [`${method} ${path}`, statuses.toSorted((a, b) => a - b).join(', ')];
  });
  const missing = expected.filter(([route = '', statuses = '']) => !(rows.get(route) ?? '').startsWith(statuses));
  expect(missing).toEqual([]);
});

test('every row names a test that exists', () => {
  const cited = ROWS.map((cells) => cells[5] ?? '');
  expect(cited.length).toBeGreaterThan(25);
  const wrong = cited.filter((cell) => {
    const [, file, name] = /^([\w-]+\.test\.ts): “(.+)”$/.exec(cell) ?? [];
    if (file === undefined || name === undefined) return true;
    return !readFileSync(`test/functions/api/${file}`, 'utf8').includes(`'${name}'`);
  });
  expect(wrong).toEqual([]);
});
