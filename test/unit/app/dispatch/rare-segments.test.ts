import { expect, test } from 'vitest';
import { type Day, dispatchDay } from '#test/support/load/dispatched.ts';

/** A segment that few of a large base meet: 20 million rows are looked at for those of it. */
const BASE = 20_000_000;

const arrivedOf = async (day: Partial<Day>): Promise<readonly number[]> => {
  const usual = { perSecond: 2_170, advertisers: 1, recipientsOfEach: BASE, workers: 100, minutes: 6 };
  return (await dispatchDay({ ...usual, ...day })).arrived;
};

test('two thousand of twenty million have all left within six minutes', async () => {
  expect(await arrivedOf({ oneOf: 10_000 })).toHaveLength(2_016);
});

test.each([
  ['one of a hundred', 100],
  ['one of ten thousand', 10_000],
])('by SMS the pace is kept from the first minute where %s meets it', async (_, oneOf) => {
  const arrived = await arrivedOf({ oneOf, channel: 'sms', perSecond: 1, minutes: 3 });
  expect(arrived.length).toBeGreaterThan(130);
});

test('nobody of twenty million: that is known within six minutes, and each run of the function ends in its minute', async () => {
  const { longestMinute } = await dispatchDay({
    ...{ perSecond: 2_170, advertisers: 8, recipientsOfEach: BASE, workers: 100, minutes: 6, oneOf: BASE },
  });
  expect(longestMinute).toBeLessThan(45);
});
