import { expect, test } from 'vitest';
import { secondsUntilAgain, usuallyDue } from '#shared/domain/campaign/waiting.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';

const END = '2026-11-24T18:00:00.000Z' as Instant;
const run = { validUntil: END };
const HOUR = 3_600;

test('whoever waits comes up as usual while the end is far, and then when half of what is left has passed', () => {
  const left = [86_400, 2 * HOUR, 5_400, HOUR, 600, 121, 90, 1, 0, -HOUR];
  expect(left.map((seconds) => secondsUntilAgain(run, addSeconds(END, -seconds), HOUR))).toEqual([
    ...[3_600, 3_600, 2_700, 1_800, 300],
    ...[60, 60, 60, 60, 60],
  ]);
});

test('what is said before the end is found out with half of the time that was left', () => {
  for (let said = 240; said < 3 * HOUR; said += 60) {
    let left = 6 * HOUR + 13;
    while (left > said) left -= secondsUntilAgain(run, addSeconds(END, -left), HOUR);
    expect(left, `said ${said} s before the end`).toBeGreaterThanOrEqual(said / 2);
  }
});

test('whoever came up sooner would have come up an hour after they were vetted', () => {
  for (const left of [7_000, 5_400, HOUR, 600]) {
    const vetted = addSeconds(END, -left);
    const due = addSeconds(vetted, secondsUntilAgain(run, vetted, HOUR));
    expect(usuallyDue(run, due), `vetted ${left} s before the end`).toBe(addSeconds(vetted, HOUR));
  }
});

test('whoever came up at their usual time is due then', () => {
  for (const left of [2 * HOUR, 3 * HOUR, 86_400]) {
    const due = addSeconds(END, HOUR - left);
    expect(usuallyDue(run, due)).toBe(due);
  }
});
