import { describe, expect, test } from 'vitest';
import { concurrentChange } from '#shared/domain/failure.ts';
import { ifReadable, storedUnreadable } from '#shared/domain/unreadable.ts';

describe('ifReadable', () => {
  test('what is read, also where that is nothing', async () => {
    expect(await ifReadable(Promise.resolve('a standing'))).toBe('a standing');
    expect(await ifReadable(Promise.resolve(false))).toBe(false);
  });

  test('undefined of what cannot be read', async () => {
    expect(await ifReadable(Promise.reject(storedUnreadable()))).toBeUndefined();
  });

  test.each([
    ['another failure', concurrentChange()],
    ['what nobody foresaw', new TypeError('x')],
  ])('%s is thrown', async (_, error) => {
    await expect(ifReadable(Promise.reject(error))).rejects.toBe(error);
  });
});
