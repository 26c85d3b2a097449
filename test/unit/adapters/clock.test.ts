import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clockOf } from '#shared/adapters/clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'aval-clock-'));
const file = join(folder, 'offset');
beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z'), toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  rmSync(file, { force: true });
});

test('without an offset file the clock is the system’s', () => {
  expect(clockOf(undefined).now()).toBe('2026-11-24T10:00:00.000Z');
  expect(clockOf('').now()).toBe('2026-11-24T10:00:00.000Z');
});

test('the offset is read again at each call', () => {
  const clock = clockOf(file);
  writeFileSync(file, '60000\n');
  expect(clock.now()).toBe('2026-11-24T10:01:00.000Z');
  writeFileSync(file, '-60000');
  expect(clock.now()).toBe('2026-11-24T09:59:00.000Z');
});

test('an offset that is no whole number stops the call', () => {
  writeFileSync(file, 'tomorrow');
  expect(() => clockOf(file).now()).toThrow('no whole number');
});
