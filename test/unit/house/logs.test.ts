import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { LEVELS } from '#shared/edge/log/log.ts';

const rows = [
  ...readFileSync('docs/logs.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| (info|warn|error) \| (.+) \| (.+) \|$/gm),
].map(([, code = '', level, sentence, by = '']) => ({ code, level, sentence, by }));
/** The codes that a file gives to the log: the texts before the fields of each call. */
const loggedIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/\blog\(([^,{;]*)/g)].flatMap(([, given = '']) =>
    [...given.matchAll(/'([a-z-]+)'/g)].map(([, code = '']) => code),
  );

test('docs/logs.md says of each code of the log what it means, at its level, and of no other', () => {
  expect(Object.fromEntries(rows.map(({ code, level }) => [code, level]))).toEqual(LEVELS);
  expect(rows).toHaveLength(Object.keys(LEVELS).length);
});

test('each code is logged by somebody', () => {
  const logged = new Set(globSync(['shared/**/*.ts', 'functions/**/*.ts']).flatMap(loggedIn));
  expect(Object.keys(LEVELS).filter((code) => !logged.has(code))).toEqual([]);
});

test.each(globSync('functions/*/*.ts').filter((file) => loggedIn(file).length > 0))(
  '%s is named beside what it logs',
  (file) => {
    const name = basename(file, '.ts');
    const named = rows.filter(({ by }) => by.includes(`\`${name}\``)).map(({ code }) => code);
    expect(loggedIn(file).filter((code) => !named.includes(code))).toEqual([]);
  },
);
