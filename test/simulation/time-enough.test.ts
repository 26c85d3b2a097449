import { expect, test } from 'vitest';
import type { Judged } from './judging/campaigns/reading.ts';
import { leftOutInTime } from './judging/campaigns/time-enough.ts';
import { atMinute, madeCampaign, madeInbox, madeRun } from './made-record.ts';

/** What the count of whoever a run had time enough for says of a run that came to nobody, of three people. Times are in minutes from a midnight, UTC; Paris is an hour ahead. */

const [HOUR, DAY] = [60, 24 * 60];
type Asked = Judged['of']['campaigns'][number]['asked'][number];

interface Happened {
  readonly schedule?: object;
  readonly startedAt?: number;
  readonly endsAt: number;
  readonly peaceFrom?: number;
  readonly asked?: readonly (readonly [to: Asked['to'], at: number])[];
  readonly maxPerMinute?: number;
  readonly ceiling?: number;
  /** When messages of others were claimed for each of them; `again`: by another run of the same campaign. */
  readonly claimed?: readonly number[];
  readonly again?: readonly number[];
  readonly channel?: 'email' | 'sms';
  readonly stops?: readonly (readonly [from: number, until: number])[];
}

const judged = ({ claimed = [], again = [], asked = [], stops = [], channel = 'email', ...of }: Happened) => {
  const { schedule = { kind: 'now' }, startedAt = 1, endsAt, peaceFrom = 0, ceiling = 1, maxPerMinute } = of;
  const addresses = ['person-1', 'person-2', 'person-3'];
  const claimsOf = (run: string, minutes: readonly number[]) =>
    addresses.map((address) => ({ run, address, claims: minutes.map(atMinute), outcomes: [] }));
  const found = leftOutInTime({
    peaceFrom: atMinute(peaceFrom),
    ceiling,
    people: addresses.map((address) => ({ address, channel, of: 0, zones: ['Europe/Paris'], consents: true })),
    oppositions: [],
    messages: [],
    stops: stops.map(([from, until]) => ({ of: 0, from: atMinute(from), until: atMinute(until) })),
    of: {
      perSecond: 1,
      moves: [],
      campaigns: [
        {
          ...madeCampaign('mine', 0),
          ...{ schedule, channel, maxPerMinute, endsAt: atMinute(endsAt) },
          asked: asked.map(([to, at]) => ({ to, askedAt: atMinute(at), acknowledgedAt: atMinute(at) })),
        },
      ],
      runs: [
        {
          ...madeRun('mine 2'),
          ...{ campaignId: 'mine', scheduledAt: atMinute(startedAt), startedAt: atMinute(startedAt) },
        },
      ],
      recipients: [...claimsOf('its', claimed), ...claimsOf('mine 1', again)],
    },
    sink: { inbox: madeInbox({}), claims: new Map() },
  } as unknown as Judged);
  return found.length;
};

/** Each day at one o'clock in Paris, from the first one on. */
const DAILY = { kind: 'daily', from: '1970-01-01', at: '01:00' };

test('a run has what was wrong before to make up for, and two minutes of work', () => {
  expect(judged({ endsAt: 49 })).toBe(3);
  expect(judged({ endsAt: 47 })).toBe(0);
  expect(judged({ endsAt: 60, peaceFrom: 20 })).toBe(0);
  // One in each minute.
  expect(judged({ endsAt: 51, maxPerMinute: 1 })).toBe(0);
  expect(judged({ endsAt: 56, maxPerMinute: 1 })).toBe(3);
});

test('one that begins in peace has a quarter of an hour', () => {
  expect(judged({ startedAt: HOUR, endsAt: HOUR + 18 })).toBe(3);
  expect(judged({ startedAt: HOUR, endsAt: HOUR + 16 })).toBe(0);
});

test('one of each day lasts to the next one, and takes up whom the one before did not just write to', () => {
  const startedAt = DAY;
  expect(judged({ schedule: DAILY, startedAt, endsAt: 5 * DAY })).toBe(3);
  expect(judged({ schedule: DAILY, startedAt, endsAt: 5 * DAY, again: [startedAt - 13 * HOUR] })).toBe(3);
  expect(judged({ schedule: DAILY, startedAt, endsAt: 5 * DAY, again: [startedAt - 12 * HOUR] })).toBe(0);
  // The next one writes to them, as it should.
  expect(judged({ schedule: DAILY, startedAt, endsAt: 5 * DAY, again: [startedAt + DAY] })).toBe(3);
  // The next one begins in ten minutes.
  expect(judged({ schedule: DAILY, startedAt: 2 * DAY - 10, endsAt: 5 * DAY })).toBe(0);
});

test('a day on which others have all that the ceiling lets leave is not counted', () => {
  const evening = 20 * HOUR;
  expect(judged({ startedAt: evening, endsAt: 22 * HOUR, claimed: [10 * HOUR] })).toBe(0);
  expect(judged({ startedAt: evening, endsAt: 22 * HOUR, claimed: [10 * HOUR], ceiling: 2 })).toBe(3);
  // Midnight of Paris is an hour before the end.
  expect(judged({ startedAt: evening, endsAt: DAY, claimed: [10 * HOUR] })).toBe(3);
  expect(judged({ startedAt: evening, endsAt: DAY, claimed: [10 * HOUR, 23.5 * HOUR] })).toBe(0);
});

test('texts have the hours of a day, and none of a night', () => {
  const channel = 'sms';
  expect(judged({ channel, startedAt: 21 * HOUR, endsAt: DAY + 7 * HOUR })).toBe(0);
  expect(judged({ channel, startedAt: 21 * HOUR, endsAt: DAY + 7 * HOUR + 20 })).toBe(3);
});

test('it counts between two stops, whoever made them', () => {
  const endsAt = DAY;
  expect(judged({ endsAt, asked: [['cancelled', 40]] })).toBe(0);
  expect(judged({ endsAt, asked: [['cancelled', 50]] })).toBe(3);
  expect(judged({ endsAt, asked: [['paused', 40]] })).toBe(0);
  expect(
    judged({
      endsAt,
      asked: [
        ['paused', 40],
        ['running', DAY - 40],
      ],
    }),
  ).toBe(0);
  expect(
    judged({
      endsAt,
      asked: [
        ['paused', 40],
        ['running', DAY - 50],
      ],
    }),
  ).toBe(3);
  expect(judged({ endsAt, stops: [[40, DAY - 40]] })).toBe(0);
  expect(judged({ endsAt, stops: [[40, DAY - 50]] })).toBe(3);
  // It had paused itself, and somebody let it go on.
  expect(judged({ endsAt: DAY, asked: [['running', DAY - 40]] })).toBe(3);
  expect(judged({ endsAt: 100, asked: [['running', 70]] })).toBe(0);
});
