import { describe, expect, test } from 'vitest';
import { cacheOf } from '#shared/cache.ts';

describe('the cache of a process', () => {
  test('holds no more than it may, and lets go of what was not asked for the longest', () => {
    const cache = cacheOf<string>({ most: 10 });
    cache.put('a', 'A', 4);
    cache.put('b', 'B', 4);
    cache.get('a');
    cache.put('c', 'C', 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
  });

  test('returns a value that is larger than the whole cache, and does not keep it', () => {
    const cache = cacheOf<string>({ most: 10 });
    cache.put('c', 'C', 4);
    expect(cache.put('d', 'D', 11)).toBe('D');
    expect([cache.get('d'), cache.get('c')]).toEqual([undefined, 'C']);
  });

  test('counts a value that is put again once', () => {
    const cache = cacheOf<number>({ most: 2 });
    for (const value of [1, 2, 3]) cache.put('a', value);
    cache.put('b', 4);
    expect([cache.get('a'), cache.get('b')]).toEqual([3, 4]);
  });

  test('keeps a value for its time, which asking for it does not prolong', () => {
    let now = 1000;
    const cache = cacheOf<string>({ most: 10, keptFor: { ms: 100, now: () => now } });
    cache.put('a', 'A');
    now = 1099;
    expect(cache.get('a')).toBe('A');
    now = 1100;
    expect(cache.get('a')).toBeUndefined();
  });

  test('does not trust a value that a clock set back says is of the future', () => {
    let now = 1000;
    const cache = cacheOf<string>({ most: 10, keptFor: { ms: 100, now: () => now } });
    cache.put('a', 'A');
    now = 999;
    expect(cache.get('a')).toBeUndefined();
  });

  test('drops what it is told to', () => {
    const cache = cacheOf<string>({ most: 1 });
    cache.put('a', 'A');
    cache.drop('a');
    cache.drop('never');
    expect(cache.get('a')).toBeUndefined();
  });
});
