import { expect, test } from 'vitest';
import { dayOfRampUnused } from './judging/campaigns/ramps.ts';
import type { Judged } from './judging/campaigns/reading.ts';
import { atMinute, madeCampaign, madeInbox, madeRun } from './made-record.ts';

/** What the count says of a campaign to six people with a ramp of two on its first day and three on its second, in peace from its beginning. */

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const DAY_MINUTES = 24 * 60;

/** In minutes. */
interface Happened {
  /** When something came to each of them, in their order. */
  readonly came: readonly number[];
  /** Of the last of them, who never got anything: when it was claimed, and the states that followed. */
  readonly inDoubt?: number;
  readonly isPaused?: boolean;
  readonly peaceFrom?: number;
  readonly until?: number;
}

const judged = ({ came, inDoubt, isPaused, peaceFrom = 0, until = 6 * DAY_MINUTES }: Happened): readonly string[] => {
  const asked = isPaused ? [{ to: 'paused', askedAt: atMinute(5) }] : [];
  const last = { run: 'ramped', address: 'f', chunks: new Set(), outcomes: [{ state: 'unknown', at: atMinute(9) }] };
  return dayOfRampUnused({
    peaceFrom: atMinute(peaceFrom),
    ceiling: 1,
    stops: [],
    oppositions: [],
    people: NAMES.map((address) => ({ address, of: 0, channel: 'email', zones: [], consents: true })),
    of: {
      moves: [],
      campaigns: [{ ...madeCampaign('ramped', 0), asked, ramp: [2, 3] }],
      runs: [{ ...madeRun('ramped'), startedAt: 0, validUntil: atMinute(until) }],
      recipients: inDoubt === undefined ? [] : [{ ...last, claims: [atMinute(inDoubt)] }],
    },
    sink: { inbox: madeInbox({ ramped: came }).map((one, place) => ({ ...one, address: NAMES[place] })) },
  } as unknown as Judged);
};
const [TOMORROW, AFTER] = [DAY_MINUTES + 5, 2 * DAY_MINUTES + 5];

test('each day has its number, and the rest comes after the last', () => {
  expect(judged({ came: [5, 5, TOMORROW, TOMORROW, TOMORROW, AFTER] })).toEqual([]);
});

test('a day on which fewer were written to than might be, with somebody left for later', () => {
  expect(judged({ came: [5, TOMORROW, TOMORROW, TOMORROW, AFTER, AFTER] })).toEqual([
    'ramped of 1970-01-01T00:00 wrote to 1 on day 1 of its ramp, where 2 might, and 5 came later',
  ]);
  expect(judged({ came: [5, 5, TOMORROW, AFTER, AFTER, AFTER] })).toEqual([
    'ramped of 1970-01-01T00:00 wrote to 1 on day 2 of its ramp, where 3 might, and 3 came later',
  ]);
});

test('nobody is left for later: the day needs no more', () => {
  expect(judged({ came: [5, 5, TOMORROW, TOMORROW, TOMORROW, TOMORROW - 1] })).toEqual([]);
});

test('whoever may have been written to has a place of the day', () => {
  const came = [5, TOMORROW, TOMORROW, TOMORROW, AFTER];
  expect(judged({ came, inDoubt: 6 })).toEqual([]);
  expect(judged({ came, inDoubt: TOMORROW })).toHaveLength(1);
});

test('it is not judged where something else kept it, or the day was over', () => {
  const came = [5, TOMORROW, TOMORROW, TOMORROW, AFTER, AFTER];
  expect(judged({ came, isPaused: true })).toEqual([]);
  expect(judged({ came, peaceFrom: DAY_MINUTES - 60 })).toEqual([]);
  expect(judged({ came, until: DAY_MINUTES - 1 })).toEqual([]);
});
