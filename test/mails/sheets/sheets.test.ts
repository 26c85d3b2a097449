import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWhole, oneOfCommit, shareOfCount } from '#test/support/shares/share.ts';
import { type Judge, openJudge } from '#tools/mails/judge/judge.ts';
import { type Found, runCampaign } from './campaign.ts';
import { sheetOf } from './generate.ts';

/**
 * A share of what `npm run sheets` tries: sixty of two hundred, from a seed that each commit draws anew. From each of these the sixty are
 * held to what is said of all below; of the first forty more than elsewhere are refused in vain (6 of 40, and 4 of the others), and all two hundred have them.
 */
const COUNT = shareOfCount(200, 60);
const [FROM = 1] = isWhole ? [1] : oneOfCommit([41, 61, 81, 101, 121, 141]);
const judges: Judge[] = [];
let found: Found;
beforeAll(async () => {
  judges.push(...(await Promise.all([openJudge(), openJudge()])));
  found = await runCampaign(judges, FROM, COUNT);
}, 600_000);
afterAll(async () => {
  await Promise.all(judges.map((judge) => judge.close()));
});

test('a seed always gives the same style sheet', () => {
  expect(sheetOf(7)).toBe(sheetOf(7));
  expect(new Set(Array.from({ length: COUNT }, (_, seed) => sheetOf(seed))).size).toBe(COUNT);
});

test('three in ten hide a block that nothing protects', () => {
  expect(found.blinding / COUNT).toBeGreaterThanOrEqual(0.3);
});

test('no mail is sent whose way to stop is not seen', () => {
  expect(found.blind.map(({ seed, mode, blind }) => `${seed}, ${mode}: ${blind.join('; ')}`)).toEqual([]);
});

test('few mails are refused whose way to stop would be seen in every mode, with dark ink and with light', () => {
  const inVain = found.inVain.map(({ seed, refused }) => `${seed}: ${refused.join('; ')}`);
  expect(inVain.length / COUNT, inVain.join('\n')).toBeLessThanOrEqual(0.05);
});
