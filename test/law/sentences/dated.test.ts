import { describe, expect, test } from 'vitest';
import { article } from '#shared/law/article.ts';
import { setBy } from '#shared/law/dated.ts';

const since = (from: string) =>
  article({ id: `test/${from}`, code: 'Règle interne', number: 'essai', inForce: { from }, kind: 'house' });
const DAYS = { '2026-03-01': 30, '2024-09-01': 60 };

describe('a number that a text sets', () => {
  test.each([
    ['2024-09-01', 60],
    ['2025-01-01', 60],
    ['2026-03-01', 30],
    ['2030-01-01', 30],
  ])('in the version of %s is that of the last version that set one', (from, days) => {
    expect(setBy(since(from), DAYS)).toBe(days);
  });
  test('in a version before the first that set one is none', () => {
    expect(() => setBy(since('2024-08-31'), DAYS)).toThrow('test/2024-08-31: no version up to this one sets a value.');
  });
});
