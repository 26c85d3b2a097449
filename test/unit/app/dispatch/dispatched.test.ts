import { describe, expect, test } from 'vitest';
import { dispatchDay } from '#test/support/load/dispatched.ts';

/** docs/capacity.md: 50 million e-mails in a day, at the pace of the busiest hours, before 1,000 workers. */
const PEAK = { perSecond: 2_170, workers: 1_000, minutes: 6 };
const CAPACITY = PEAK.perSecond * 60 * 0.8;
/** The function of the minute has fifty. */
const MOST_SECONDS = 45;

describe('the dispatcher at the peak of a day', () => {
  test.each([
    ['twenty campaigns', { advertisers: 20, recipientsOfEach: 2_500_000 }],
    ['one campaign', { advertisers: 1, recipientsOfEach: 50_000_000 }],
  ])('of %s ends in its minute, keeps the pace, holds two minutes of work at most, and is fair', async (_, of) => {
    const came = await dispatchDay({ ...PEAK, ...of });
    expect(came.longestMinute).toBeLessThan(MOST_SECONDS);
    expect(came.mostQueued).toBeLessThanOrEqual(2);
    expect(came.leftInAMinute.most).toBeLessThanOrEqual(CAPACITY);
    expect(came.leftInAMinute.least).toBeGreaterThan(0.97 * CAPACITY);
    expect(came.fairness).toBeGreaterThan(0.95);
  });

  test('too few workers are seen: less leaves than may', async () => {
    const came = await dispatchDay({ ...PEAK, advertisers: 20, recipientsOfEach: 2_500_000, workers: 8 });
    expect(came.leftInAMinute.most).toBeLessThan(0.7 * CAPACITY);
    expect(came.mostQueued).toBeLessThanOrEqual(2.1);
  });
});
