import { expect, test } from 'vitest';
import { linePatternOf } from '#local/watching/filter-pattern.ts';

const LINE = JSON.stringify({ status: '503', route: '/o', ms: 40, error: { type: 'THROTTLED' } });

test.each<[string, boolean]>([
  ['{ $.status = "503" }', true],
  ['{ $.status = "5*" }', true],
  ['{ $.status = "4*" }', false],
  ['{ $.status != "503" }', false],
  ['{ $.error.type = "THROTTLED" }', true],
  ['{ $.error.other = "THROTTLED" }', false],
  // A field that is not there is not another one either.
  ['{ $.missing != "x" }', false],
  ['{ $.ms > 39 }', true],
  ['{ $.ms <= 39 }', false],
  ['{ $.ms = "40" }', false],
  ['{$.status="503"&&$.route="/o"}', true],
  ['{ $.status = "4*" || ($.route = "/o" && $.ms >= 40) }', true],
  // What is joined by `&&` is read first.
  ['{ $.route = "/o" || $.route = "/" && $.status = "429" }', true],
  ['{ ($.route = "/o" || $.route = "/") && $.status = "429" }', false],
  ['"503"', true],
  ['503', true],
  ['', true],
])('%s finds it: %s', (pattern, isFound) => {
  expect(linePatternOf(pattern)?.(LINE)).toBe(isFound);
});

test.each([
  '{ $.status = 5* }',
  '{ $.status }',
  '{ ($.a = "x" }',
  '{ $.a = "x" && }',
  '{ $.a IS TRUE }',
  '[a, b]',
  'a-b',
])('%s is refused', (pattern) => {
  expect(linePatternOf(pattern)).toBeUndefined();
});

test('a line that is no JSON has no fields', () => {
  expect(linePatternOf('{ $.status != "1" }')?.('status 503')).toBe(false);
});
