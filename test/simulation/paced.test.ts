import { expect, test } from 'vitest';
import { fasterThanProvider } from './judging/campaigns/pace.ts';
import type { Judged } from './judging/campaigns/reading.ts';

/** What the count of the pace says of mails to one recipient a minute, at most. */

/** When it came to its queue and to its person, in seconds from the start of a minute. */
type Came = readonly [queued: number, at: number];

const judged = (came: readonly Came[]): readonly string[] => {
  const inbox = came
    .map(([queued, at]) => ({ channel: 'email', run: 'one', queuedAt: queued * 1_000, at: at * 1_000 }))
    .toSorted((a, b) => a.at - b.at);
  // Four fifths of it are for campaigns.
  return fasterThanProvider({ of: { perSecond: 0.03 }, sink: { inbox } } as unknown as Judged);
};

/** One of each of these minutes, which leaves after five seconds. */
const eachMinute = (from: number, until: number): readonly Came[] =>
  Array.from({ length: until - from }, (_, minute) => [60 * (from + minute), 60 * (from + minute) + 5]);
/** The first was in the hands of a worker that was killed: its queue gives it again after six minutes. */
const LATE: Came = [2, 365];

test('whoever is late leaves beside the next, and counts for the minute in which they were cut', () => {
  expect(judged([LATE, ...eachMinute(1, 7)])).toEqual([]);
  // A call at the end of its minute, and the one at the start of the next.
  expect(judged([LATE, [114, 121], [120, 127], ...eachMinute(3, 7)])).toEqual([]);
});

test.each<readonly [string, readonly Came[]]>([
  ['as many that were all cut since the first', [[120, 121], [125, 127], [366, 367], ...eachMinute(3, 7)]],
  ['one more of two minutes beside whoever is late', [LATE, [361, 366], [362, 367], ...eachMinute(1, 7)]],
  [
    'as many as two minutes have, within the first',
    [
      [55, 61],
      [58, 62],
      [62, 63],
    ],
  ],
  ['two in each minute', [...eachMinute(0, 3), ...eachMinute(0, 3)]],
  ['a night after others of the run were cut', [...eachMinute(600, 603), ...eachMinute(600, 602)]],
  ['all that was queued for six minutes', Array.from({ length: 10 }, (_, each): Came => [60 * each, 600 + each])],
])('%s is too fast', (_, came) => {
  expect(judged(came)).toEqual([expect.stringContaining('where 1 a minute may')]);
});
