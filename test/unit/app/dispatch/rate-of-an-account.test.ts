import { expect, test } from 'vitest';
import { mailsAgainst } from '#test/support/load/paced-mails.ts';

/**
 * What comes of a campaign by mail whose account refuses whatever is above its rate, by the dispatcher and the worker as they are deployed, before
 * ports that take as long as those of AWS. Of what the account takes a fifth is kept for single messages.
 */
const FOR_CAMPAIGNS = 0.8;

test.each([
  ['a new account in production', 14, 672],
  ['one in the sandbox', 1, 144],
])('%s refuses few, and takes four fifths of what it may at least', async (_, perSecond, people) => {
  const { taken, throttled, seconds } = await mailsAgainst({ perSecond, burst: perSecond, people, workers: 100 });
  expect(taken).toBe(people);
  expect(throttled).toBeLessThan(people / 20);
  // Of the sandbox two of the first chunks leave at once, and wait a minute.
  const asFastAsItMay = people / (perSecond * FOR_CAMPAIGNS);
  expect(seconds).toBeLessThan(asFastAsItMay / 0.8 + (perSecond < 2 ? 120 : 0));
});
