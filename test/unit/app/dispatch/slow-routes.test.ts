import { expect, test } from 'vitest';
import type { FoundRun } from '#shared/app/campaigns/dispatching/look-at-run.ts';
import { shareMinute, withoutShare } from '#shared/app/campaigns/dispatching/share-minute.ts';
import { instant } from '#test/support/builders.ts';

/** A route that takes few, with a run that it takes and one of another advertiser of which it takes nobody. */
const NOW = instant('2026-12-01T10:00:00Z');
const run = (advertiserId: string, isUntaken: boolean) =>
  withoutShare(
    {
      run: { advertiserId, campaignId: 'c', scheduledAt: NOW },
      campaign: { channel: 'email' },
      open: [],
      isUntaken,
    } as unknown as FoundRun,
    NOW,
  );
const sharesOfHour = (capacity: number, areUntaken: readonly boolean[]) =>
  Array.from({ length: 60 }, (_, minute) => {
    const runs = areUntaken.map((isUntaken, index) => run(`a${index}`, isUntaken));
    shareMinute(runs, capacity, minute);
    return runs.map(({ share }) => share);
  });

test.each([1, 2, 3])('at %i a minute whoever is not taken comes within it, where others leave a place', (capacity) => {
  expect(sharesOfHour(capacity, [false, true])).toEqual(Array.from({ length: 60 }, () => [capacity, 0]));
  for (const [share = 0] of sharesOfHour(capacity, [true])) expect(share).toBe(capacity);
});

test('from four a minute on one of them is tried beside, of what is kept for single messages', () => {
  for (const capacity of [4, 20, 48])
    expect(sharesOfHour(capacity, [false, true])).toEqual(
      Array.from({ length: 60 }, () => [capacity, Math.max(1, Math.floor(capacity / 20))]),
    );
});
