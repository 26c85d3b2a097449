import { expect, test } from 'vitest';
import { pagesOf, secondsUntilAgain, usuallyDue } from '#shared/domain/campaign/waiting.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
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

/** The pages of one who waits for a human, and was vetted at this instant. */
const pagesOfOne = (vetted: Instant) =>
  pagesOf({
    ...{ chunkId: 'chunk', scheduledAt: END, settledAt: vetted, turn: 0, upTo: 'end' },
    outcomes: [
      {
        ...{ contactId: 'c' as ContactId, state: 'in-review', codes: [], cause: 'form:jeu@1' },
        dueAt: addSeconds(vetted, secondsUntilAgain(run, vetted, HOUR)),
      },
    ],
  });

test('whoever comes up sooner is due at their usual time an hour after they were vetted, others when they come up', () => {
  for (const left of [86_400, 2 * HOUR, 7_000, 5_400, HOUR, 600]) {
    const vetted = addSeconds(END, -left);
    const [page] = pagesOfOne(vetted);
    expect(page && usuallyDue(page), `vetted ${left} s before the end`).toBe(addSeconds(vetted, HOUR));
  }
});

test('of a page that a version before stored it is when they are due', () => {
  expect(usuallyDue({ dueAt: END })).toBe(END);
});
