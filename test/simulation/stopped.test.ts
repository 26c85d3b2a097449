import { expect, test } from 'vitest';
import type { Judged } from './judging/campaigns/reading.ts';
import { askedTooOften, heldBackByStopped, lateOnceLet, triedWhileStopped } from './judging/campaigns/stopped.ts';
import { atMinute, madeCampaign, madeInbox, madeRun } from './made-record.ts';

/** What the counts say of two advertisers who share one mail a minute, where SES stops the second of them for a quarter of an hour. */

/** In minutes. */
interface Happened {
  /** When something of each came to somebody. */
  readonly mine?: readonly number[];
  readonly its?: readonly number[];
  /** When mails of the second were refused, and when they had been queued. */
  readonly refused?: readonly (readonly [queued: number, at: number])[];
  /** When SES was asked of the second. */
  readonly asked?: readonly number[];
  readonly isAnswered?: boolean;
}
const [FROM, UNTIL] = [2, 17];

const judged = ({ mine = [], its = [], refused = [], asked = [], isAnswered = true }: Happened): Judged => {
  const waited = refused.map(([, at]) => ({ state: 'waiting', at: atMinute(at) }));
  return {
    peaceFrom: 0,
    stops: [{ of: 1, from: atMinute(FROM), until: atMinute(UNTIL) }],
    of: {
      perSecond: 0.03,
      campaigns: [madeCampaign('mine', 0), madeCampaign('its', 1)],
      runs: ['mine', 'its'].map(madeRun),
      recipients: [{ run: 'its', address: 'somebody', outcomes: [...waited, { state: 'sent', at: atMinute(40) }] }],
    },
    sink: {
      inbox: madeInbox({ mine, its }),
      refusals: refused.map(([queued, at]) => ({ run: 'its', of: 1, at: atMinute(at), queuedAt: atMinute(queued) })),
      questions: asked.map((at) => ({ of: 1, at: atMinute(at), isAnswered })),
    },
  } as unknown as Judged;
};
const each = (from: number, until: number, step = 1): readonly number[] =>
  Array.from({ length: Math.floor((until - from) / step) }, (_, place) => from + place * step);

test('the other has the whole of each minute while one is stopped, and not the half of it', () => {
  const refused = [[2, 2]] as const;
  expect(heldBackByStopped(judged({ refused, mine: each(2, 30) }))).toEqual([]);
  expect(heldBackByStopped(judged({ refused, mine: each(2, 30, 2) }))).toEqual([
    expect.stringContaining('mine of 1970-01-01T00:00 sent 6 where 12 might'),
  ]);
  // It had nobody left.
  expect(heldBackByStopped(judged({ refused, mine: each(2, 6) }))).toEqual([]);
  // Nobody of the second was offered to SES, so that nobody knows that it is stopped.
  expect(heldBackByStopped(judged({ mine: each(2, 30, 2) }))).toEqual([]);
});

test('nobody is tried once it is known, but what was queued before and where SES did not say so', () => {
  const first = [3, 3.1] as const;
  expect(triedWhileStopped(judged({ refused: [first, [4, 4.1], [3.2, 12]] }))).toEqual([]);
  const tried = { refused: [first, [8, 8.2] as const] };
  expect(triedWhileStopped(judged(tried))).toEqual([expect.stringContaining('tried 1 of whom SES took nobody')]);
  expect(triedWhileStopped(judged({ ...tried, asked: [7.5], isAnswered: false }))).toEqual([]);
  expect(triedWhileStopped(judged({ ...tried, asked: [7.5] }))).toHaveLength(1);
});

test('whoever is let has its share within minutes', () => {
  const refused = [[3, 3.1] as const];
  expect(lateOnceLet(judged({ refused, its: [18, 40] }))).toEqual([]);
  expect(lateOnceLet(judged({ refused, its: [30, 40] }))).toEqual([expect.stringContaining('more than 4 minutes')]);
  // Nobody is left.
  expect(lateOnceLet(judged({ refused }))).toEqual([]);
});

test('SES is asked of whom it refused, once a minute', () => {
  const refused = [[3, 3.1] as const];
  expect(askedTooOften(judged({ refused, asked: each(4, 17) }))).toEqual([]);
  expect(askedTooOften(judged({ asked: [4] }))).toEqual([expect.stringContaining('refused nothing')]);
  expect(askedTooOften(judged({ refused, asked: [3] }))).toEqual([expect.stringContaining('refused nothing')]);
  expect(askedTooOften(judged({ refused, asked: each(4, 8, 0.5) }))).toEqual([expect.stringContaining('six times')]);
});
