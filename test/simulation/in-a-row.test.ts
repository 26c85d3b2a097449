import { expect, test } from 'vitest';
import { unansweredInARow } from './judging/campaigns/in-a-row.ts';
import type { Judged } from './judging/campaigns/reading.ts';

/** What the count of hand-offs without an answer says of a slow run: of each minute, how its recipient ended. */
const judged = (
  ends: readonly (readonly [state: string, code?: string])[],
  { maxPerMinute = 1, resumedAt }: { readonly maxPerMinute?: number; readonly resumedAt?: number } = {},
): readonly string[] =>
  unansweredInARow({
    of: {
      campaigns: [
        {
          ...{ reference: 'one', campaignId: 'one', maxPerMinute },
          asked: resumedAt === undefined ? [] : [{ to: 'running', askedAt: resumedAt }],
        },
      ],
      runs: [{ run: 'one', campaignId: 'one', scheduledAt: 0 }],
      recipients: ends.map(([state, code], at) => ({ run: 'one', outcomes: [{ state, code, at }] })),
    },
  } as unknown as Judged);

const unanswered = (count: number) => Array.from({ length: count }, () => ['unknown', 'status-500'] as const);

test('of nobody taken nine in a row are of workers that had them in hand, and one more is not', () => {
  expect(judged(unanswered(9))).toEqual([]);
  expect(judged(unanswered(10))).toEqual([expect.stringContaining('handed over 10 in a row without an answer')]);
});

test('once others were taken it is fourteen, and begins again with each', () => {
  expect(judged([['sent'], ...unanswered(14)])).toEqual([]);
  expect(judged([['sent'], ...unanswered(15)])).toHaveLength(1);
  expect(judged([...unanswered(9), ['sent'], ...unanswered(14)])).toEqual([]);
});

test('it begins again where somebody lets it go on; workers that died, and a fast run, say nothing', () => {
  expect(judged(unanswered(18), { resumedAt: 8.5 })).toEqual([]);
  expect(judged(Array.from({ length: 20 }, () => ['unknown', 'claim-abandoned'] as const))).toEqual([]);
  expect(judged(unanswered(20), { maxPerMinute: 5 })).toEqual([]);
});
