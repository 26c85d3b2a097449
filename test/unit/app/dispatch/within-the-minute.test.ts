import { describe, expect, test } from 'vitest';
import { type Day, dispatchDay, mostWithin } from '#test/support/load/dispatched.ts';

/** What comes to the provider within the minute, by the dispatcher as it is deployed, before ports that take as long as those of AWS. */

/** A provider that takes one a second. */
const SMS: Day = { channel: 'sms', perSecond: 1, advertisers: 1, recipientsOfEach: 3_200, workers: 100, minutes: 3 };
/** A new account of SES. */
const MAIL: Day = { perSecond: 14, advertisers: 1, recipientsOfEach: 32_000, workers: 100, minutes: 3 };
/** Here the fifty of a chunk go at once, and so long must be looked at: in it SES takes 280. */
const CHUNKS_MS = 20_000;
const mailsWithin = ({ perSecond }: Day) => (perSecond * CHUNKS_MS) / 1_000;

describe('what comes to a provider that takes one a second', () => {
  test.each([
    ['of one campaign', SMS],
    ['of four campaigns', { ...SMS, advertisers: 4 }],
    ['of thirty campaigns, of one or two each', { ...SMS, advertisers: 30 }],
    ['of a small campaign, whose chunks have two each', { ...SMS, recipientsOfEach: 48 }],
  ])('%s is no more than that', async (_, day) => {
    const { arrived } = await dispatchDay(day);
    expect(arrived.length).toBeGreaterThan(47);
    expect(mostWithin(arrived, 1_000)).toBe(1);
  });
});

describe('what comes to SES', () => {
  test.each([
    ['of one campaign', MAIL],
    ['of seven campaigns', { ...MAIL, advertisers: 7 }],
    ['of forty campaigns', { ...MAIL, advertisers: 40 }],
  ])('%s is within no twenty seconds more than it takes in them', async (_, day) => {
    const { arrived } = await dispatchDay(day);
    expect(arrived.length).toBeGreaterThan(1_900);
    expect(mostWithin(arrived, CHUNKS_MS)).toBeLessThanOrEqual(mailsWithin(day));
  });
});

test.each([
  ['SMS', SMS, 1_000, 1],
  ['e-mails', MAIL, CHUNKS_MS, mailsWithin(MAIL)],
])('%s of chunks that all leave at once are seen to be too many', async (_, day, within, may) => {
  const wrapped: Day['wrapped'] = (queue) => ({ put: (reference) => queue.put(reference, 0) });
  const { arrived } = await dispatchDay({ ...day, wrapped });
  expect(mostWithin(arrived, within)).toBeGreaterThan(1.5 * may);
});
