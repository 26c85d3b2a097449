import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { LocalDateTime, runAt } from '#shared/domain/campaign/local-time.ts';
import { movedRuns, nextRun, Schedule, wavesOf } from '#shared/domain/campaign/schedule.ts';
import { Instant } from '#shared/domain/ids.ts';

const at = (text: string) => Instant.parse(text.length === 17 ? text.replace('Z', ':00.000Z') : text);
const PARIS = 'Europe/Paris';
const daily = { every: 'day', from: '2026-10-01', at: '09:00', zone: PARIS } as const;
const NEVER = at('2999-01-01T00:00Z');

/** The runs after an instant, so many, asked for one after the other as the system does. */
const following = (schedule: Parameters<typeof nextRun>[0], after: Instant, count: number, endsAt = NEVER) => {
  const runs: string[] = [];
  let last = after;
  for (let number = 0; number < count; number += 1) {
    const run = nextRun(schedule, last, endsAt);
    if (run === undefined) break;
    runs.push(run.at);
    last = run.at;
  }
  return runs;
};

describe('a local time', () => {
  test.each([
    ['2026-10-24T09:00', PARIS, '2026-10-24T07:00:00.000Z'],
    ['2026-10-25T09:00', PARIS, '2026-10-25T08:00:00.000Z'],
    ['2027-03-27T09:00', PARIS, '2027-03-27T08:00:00.000Z'],
    ['2027-03-28T09:00', PARIS, '2027-03-28T07:00:00.000Z'],
    ['2026-12-01T09:00', 'Indian/Reunion', '2026-12-01T05:00:00.000Z'],
    ['2026-12-01T09:00', 'America/Martinique', '2026-12-01T13:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, utc) => {
    expect(runAt(local, zone)).toEqual({ at: utc, asked: local });
  });

  test.each([
    ['2027-03-28T02:00', PARIS, '2027-03-28T01:00:00.000Z', '2027-03-28T03:00'],
    ['2027-03-28T02:30', PARIS, '2027-03-28T01:00:00.000Z', '2027-03-28T03:00'],
    ['2027-03-28T02:59', PARIS, '2027-03-28T01:00:00.000Z', '2027-03-28T03:00'],
    // Half an hour is left out on Lord Howe.
    ['2027-10-03T02:15', 'Australia/Lord_Howe', '2027-10-02T15:30:00.000Z', '2027-10-03T02:30'],
    // Samoa left out the whole of 30 December 2011.
    ['2011-12-30T09:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31T00:00'],
  ])('%s in %s, which that night leaves out, is the next minute that there is', (local, zone, utc, shown) => {
    expect(runAt(local, zone)).toEqual({ at: utc, asked: local, shown });
  });

  test('that comes twice is the first', () => {
    expect(runAt('2026-10-25T02:30', PARIS)).toEqual({ at: '2026-10-25T00:30:00.000Z', asked: '2026-10-25T02:30' });
  });

  test.each([
    '2026-02-30T09:00',
    '2026-02-29T09:00',
    '2026-13-01T09:00',
    '2026-12-01T24:00',
    '2026-12-01',
    '26-12-01T09:00',
  ])('%s is none', (text) => {
    expect(LocalDateTime.safeParse(text).success).toBe(false);
  });
  test.each(['2026-02-28T09:00', '2028-02-29T09:00'])('%s is one', (text) => {
    expect(LocalDateTime.safeParse(text).success).toBe(true);
  });
});

describe('judged by another implementation of zones', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 });

  /** Temporal's reading: the first where it comes twice; in a gap, the first minute that a clock shows after it. */
  const judged = (local: string, zone: string): number => {
    const plain = Temporal.PlainDateTime.from(local);
    const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
    if (earlier.toPlainDateTime().equals(plain)) return earlier.epochMilliseconds;
    return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.NaN;
  };

  test('any local time of any zone is the same instant', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 16);
        expect(Date.parse(runAt(local, zone).at)).toBe(judged(local, zone));
      }),
      { numRuns: 100 },
    );
  });

  test('any minute around any change of any zone is the same instant', () => {
    const around = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), around, (minute, zone, from) => {
        const start = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
        const change = start.getTimeZoneTransition('next');
        fc.pre(change !== null && change.year < 2038);
        const local = change.toPlainDateTime().add({ minutes: from }).toString().slice(0, 16);
        expect(Date.parse(runAt(local, zone).at)).toBe(judged(local, zone));
      }),
      { numRuns: 100 },
    );
  });

  test('a change on no quarter of an hour: Casey put its clocks forward at one minute past midnight', () => {
    const zone = 'Antarctica/Casey';
    const midnight = Temporal.PlainDateTime.from('2021-10-03T00:00');
    for (let minute = -200; minute <= 200; minute++) {
      const local = midnight.add({ minutes: minute }).toString().slice(0, 16);
      expect([local, Date.parse(runAt(local, zone).at)]).toEqual([local, judged(local, zone)]);
    }
  });
});

describe('a recurring schedule', () => {
  test('at 09:00 in Paris runs at 09:00 on both sides of a change', () => {
    expect(following(daily, at('2026-10-23T12:00Z'), 3)).toEqual([
      '2026-10-24T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
  });

  test.each([PARIS, 'America/Miquelon', 'Australia/Lord_Howe', 'Pacific/Auckland'])(
    'of two years in %s shows the same time on every day, once each',
    (zone) => {
      const runs = following({ ...daily, zone }, at('2026-09-30T00:00Z'), 731);
      const shown = runs.map((run) => Temporal.Instant.from(run).toZonedDateTimeISO(zone));
      expect(new Set(shown.map((each) => each.toPlainTime().toString()))).toEqual(new Set(['09:00:00']));
      const days = shown.map((each) => each.toPlainDate());
      expect(new Set(days.map(String)).size).toBe(731);
      expect(days.at(-1)?.since(Temporal.PlainDate.from('2026-10-01')).days).toBe(730);
    },
  );

  test('at 02:30 runs at 03:00 on the night that leaves it out, and at 02:30 again the day after', () => {
    const nightly = { ...daily, at: '02:30' };
    expect(following(nightly, at('2027-03-27T12:00Z'), 2)).toEqual([
      '2027-03-28T01:00:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ]);
    expect(movedRuns(nightly, at('2026-11-27T12:00Z'), at('2027-11-27T12:00Z'))).toEqual([
      { at: '2027-03-28T01:00:00.000Z', asked: '2027-03-28T02:30', shown: '2027-03-28T03:00' },
    ]);
    expect(movedRuns(daily, at('2026-11-27T12:00Z'), at('2027-11-27T12:00Z'))).toEqual([]);
  });

  test('runs once on the night that has its time twice', () => {
    const nightly = { ...daily, at: '02:30' };
    expect(following(nightly, at('2026-10-24T12:00Z'), 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  test('of each week keeps the weekday of its first day', () => {
    const weekly = { ...daily, every: 'week', from: '2026-11-24' } as const;
    const runs = following(weekly, at('2026-11-27T12:00Z'), 20);
    expect(runs[0]).toBe('2026-12-01T08:00:00.000Z');
    expect(new Set(runs.map((run) => new Date(run).getUTCDay()))).toEqual(new Set([2]));
  });

  test('of each month keeps its day, and takes the last of a shorter month', () => {
    const monthly = { ...daily, every: 'month', from: '2027-01-31' } as const;
    expect(following(monthly, at('2026-12-01T00:00Z'), 5).map((run) => run.slice(0, 10))).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
    expect(following(monthly, at('2028-01-31T12:00Z'), 1)).toEqual(['2028-02-29T08:00:00.000Z']);
  });

  test('does not begin before its first day, and ends before the end of its campaign', () => {
    const late = { ...daily, from: '2026-12-24' };
    expect(following(late, at('2026-11-27T12:00Z'), 1)).toEqual(['2026-12-24T08:00:00.000Z']);
    expect(
      following(daily, at('2026-11-27T12:00Z'), 9, at('2026-11-30T08:00Z')).map((run) => run.slice(0, 10)),
    ).toEqual(['2026-11-28', '2026-11-29']);
  });

  test('whatever it is, the next run is the first of all its runs after now', () => {
    const schedules = fc.record({
      every: fc.constantFrom('day', 'week', 'month'),
      from: fc
        .integer({ min: 0, max: 800 })
        .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
      at: fc.integer({ min: 0, max: 1439 }).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16)),
      zone: fc.constantFrom(PARIS, 'Indian/Reunion', 'Pacific/Marquesas', 'Pacific/Auckland', 'America/Miquelon'),
    });
    const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });
    const unit = { day: 'days', week: 'weeks', month: 'months' } as const;
    fc.assert(
      fc.property(schedules, moments, (schedule, now) => {
        const first = Temporal.PlainDate.from(schedule.from);
        let expected = Number.NaN;
        for (let number = 0; Number.isNaN(expected); number += 1) {
          const day = first.add({ [unit[schedule.every]]: number });
          const run = Date.parse(runAt(`${day}T${schedule.at}`, schedule.zone).at);
          if (run > now) expected = run;
        }
        expect(Date.parse(nextRun(schedule, Instant.parse(new Date(now).toISOString()), NEVER)?.at ?? '')).toBe(
          expected,
        );
      }),
      { numRuns: 80 },
    );
  });
});

describe('waves', () => {
  test('leave at their own 09:00, the earliest first', () => {
    expect(wavesOf('2026-12-01T09:00', [PARIS, 'America/Martinique', 'Indian/Reunion', 'America/Guadeloupe'])).toEqual([
      { at: '2026-12-01T05:00:00.000Z', asked: '2026-12-01T09:00', zones: ['Indian/Reunion'] },
      { at: '2026-12-01T08:00:00.000Z', asked: '2026-12-01T09:00', zones: [PARIS] },
      {
        at: '2026-12-01T13:00:00.000Z',
        asked: '2026-12-01T09:00',
        zones: ['America/Guadeloupe', 'America/Martinique'],
      },
    ]);
  });

  test('tell where a zone leaves their time out', () => {
    expect(wavesOf('2027-03-28T02:30', [PARIS, 'Indian/Reunion'])).toEqual([
      { at: '2027-03-27T22:30:00.000Z', asked: '2027-03-28T02:30', zones: ['Indian/Reunion'] },
      { at: '2027-03-28T01:00:00.000Z', asked: '2027-03-28T02:30', zones: [PARIS], shown: '2027-03-28T03:00' },
    ]);
  });
});

test.each([
  [{ at: 'now' }, true],
  [{ at: '2026-12-01T09:00', zone: PARIS }, true],
  [{ waves: '2026-12-01T09:00' }, true],
  [daily, true],
  [{ at: '2026-12-01T09:00' }, false],
  [{ at: '2026-12-01T09:00', zone: 'Europe/Atlantis' }, false],
  [{ at: '2026-12-01T09:00:00Z', zone: PARIS }, false],
  [{ ...daily, every: 'hour' }, false],
  [{ waves: '2026-12-01T09:00', zone: PARIS }, false],
])('%j as a schedule: %s', (schedule, isOne) => {
  expect(Schedule.safeParse(schedule).success).toBe(isOne);
});
