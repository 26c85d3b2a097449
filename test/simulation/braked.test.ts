import { expect, test } from 'vitest';
import { notBraked, notBrakedByComplaints } from './judging/campaigns/brake.ts';
import type { Judged } from './judging/campaigns/reading.ts';
import { atMinute, madeCampaign, madeRun } from './made-record.ts';

/** What the counts of the brake say of a campaign that goes on, a hundred mails a minute, once some came back or were complained of. Times are in minutes. */

interface Happened {
  /** Of each run, in which minutes mails came. */
  readonly runs: readonly (readonly [from: number, until: number])[];
  /** In which minutes that was reported of the first run. */
  readonly complaints?: readonly number[];
  readonly bounces?: readonly number[];
  readonly resumedAt?: number;
}
const A_MINUTE = 100;

const judged = ({ runs, complaints = [], bounces = [], resumedAt }: Happened): Judged => {
  const came = runs.flatMap(([from, until], run) =>
    Array.from({ length: (until - from) * A_MINUTE }, (_, place) => ({
      run: `run ${run}`,
      at: atMinute(from + place / A_MINUTE),
    })),
  );
  const reported = (minutes: readonly number[]) => minutes.map((minute) => ({ run: 'run 0', at: atMinute(minute) }));
  return {
    of: {
      campaigns: [
        {
          ...madeCampaign('one', 0),
          asked: resumedAt === undefined ? [] : [{ to: 'running', askedAt: atMinute(resumedAt) }],
        },
      ],
      runs: runs.map(([from], run) => ({ ...madeRun(`run ${run}`), campaignId: 'one', startedAt: atMinute(from) })),
      recipients: came.map(({ run, at }) => ({ run, outcomes: [{ state: 'sent', at }] })),
    },
    sink: { inbox: came, handOffs: came, complaints: reported(complaints), bounces: reported(bounces) },
  } as unknown as Judged;
};
const each = (count: number, minute: number): readonly number[] => Array.from({ length: count }, () => minute);

test('three of a thousand who complain stop a run within twelve minutes, of two thousand mails on', () => {
  expect(notBrakedByComplaints(judged({ runs: [[0, 40]], complaints: each(10, 5) }))).toEqual([
    expect.stringContaining('after too many had complained of 1 of its runs'),
  ]);
  expect(notBrakedByComplaints(judged({ runs: [[0, 32]], complaints: each(10, 5) }))).toEqual([]);
  // Of all that come meanwhile they are fewer.
  expect(notBrakedByComplaints(judged({ runs: [[0, 40]], complaints: each(9, 5) }))).toEqual([]);
  expect(notBrakedByComplaints(judged({ runs: [[0, 19]], complaints: each(10, 5) }))).toEqual([]);
});

test('whatever came back was not delivered', () => {
  const complaints = each(10, 5);
  expect(notBrakedByComplaints(judged({ runs: [[0, 33]], complaints, bounces: each(200, 5) }))).toEqual([]);
});

test('of several runs together, once somebody let the campaign go on', () => {
  const runs = [
    [0, 15],
    [1_440, 1_460],
  ] as const;
  expect(notBrakedByComplaints(judged({ runs, complaints: each(20, 5) }))).toEqual([
    expect.stringContaining('of 2 of its runs'),
  ]);
  expect(notBrakedByComplaints(judged({ runs, complaints: each(20, 5), resumedAt: 700 }))).toEqual([]);
  expect(notBrakedByComplaints(judged({ runs: [[0, 60]], complaints: each(30, 5), resumedAt: 25 }))).toEqual([]);
});

test('one of twenty that comes back stops it as well', () => {
  expect(notBraked(judged({ runs: [[0, 30]], bounces: each(50, 5) }))).toHaveLength(1);
  expect(notBraked(judged({ runs: [[0, 30]], bounces: each(19, 0) }))).toEqual([]);
  expect(notBraked(judged({ runs: [[0, 30]], bounces: each(50, 5), resumedAt: 10 }))).toEqual([]);
});
