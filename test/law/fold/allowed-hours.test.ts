import { describe, expect, test } from 'vitest';
import { at as place } from '#shared/domain/contact/phone/dialling.ts';
import { firstAllowed, firstForAll, isWithin, type Moment, minutesOf } from '#shared/law/facts/moments.ts';
import { instant } from '../../support/builders.ts';

const PARIS = place('Europe/Paris', 'FR');
const REUNION = place('Indian/Reunion', 'RE');
const MAYOTTE = place('Indian/Mayotte', 'YT');
const DAY = [
  [10 * 60, 13 * 60],
  [14 * 60, 20 * 60],
] as const;
const everyDay = () => DAY;
const from = (text: string, places = [PARIS], hours: Parameters<typeof firstAllowed>[2] = everyDay) => {
  const found = firstAllowed(places, Date.parse(text), hours);
  return found === undefined ? undefined : instant(new Date(found).toISOString());
};

describe('the first open instant in one place', () => {
  test.each([
    ['within hours is now', '2026-11-24T10:00:30+01:00', '2026-11-24T10:00:30+01:00'],
    ['before them is their beginning', '2026-11-24T09:59:59+01:00', '2026-11-24T10:00:00+01:00'],
    ['as they end is the next beginning of the day', '2026-11-24T13:00:00+01:00', '2026-11-24T14:00:00+01:00'],
    ['after the last of the day is the first of the next', '2026-11-24T20:00:00+01:00', '2026-11-25T10:00:00+01:00'],
  ])('%s', (_, now, opens) => {
    expect(from(now)).toBe(instant(opens));
  });
  test('is found two weeks ahead, and no further', () => {
    const only = (date: string) => (day: Moment) => (day.date === date ? DAY : []);
    expect(from('2026-11-24T11:00:00+01:00', [PARIS], only('2026-12-08'))).toBe(instant('2026-12-08T10:00:00+01:00'));
    expect(from('2026-11-24T11:00:00+01:00', [PARIS], only('2026-12-09'))).toBeUndefined();
  });
  test('keeps the weekday and the holidays of the place', () => {
    const workdays = ({ weekday, isHoliday }: Moment) => (weekday > 5 || isHoliday ? [] : DAY);
    expect(from('2026-11-13T20:00:00+01:00', [PARIS], workdays)).toBe(instant('2026-11-16T10:00:00+01:00'));
    expect(from('2026-12-18T20:00:00+04:00', [REUNION], workdays)).toBe(instant('2026-12-21T10:00:00+04:00'));
    expect(from('2026-12-17T20:00:00+04:00', [REUNION], workdays)).toBe(instant('2026-12-18T10:00:00+04:00'));
    expect(from('2026-11-10T20:00:00+01:00', [PARIS], workdays)).toBe(instant('2026-11-12T10:00:00+01:00'));
    expect(from('2027-12-19T20:00:00+04:00', [REUNION], workdays)).toBe(instant('2027-12-21T10:00:00+04:00'));
  });
});

describe('the first instant that is open in every place', () => {
  test('is the latest of the first ones, where it is open in all', () => {
    expect(from('2026-11-24T09:00:00+04:00', [REUNION, MAYOTTE])).toBe(instant('2026-11-24T11:00:00+04:00'));
    expect(from('2026-11-24T13:30:00+04:00', [MAYOTTE, REUNION])).toBe(instant('2026-11-24T15:00:00+04:00'));
  });
  test('is now where no place is asked', () => {
    expect(from('2026-11-24T03:00:00+01:00', [])).toBe(instant('2026-11-24T03:00:00+01:00'));
  });
});

describe('what suits all', () => {
  const multiple = (step: number, at: number) => Math.ceil(at / step) * step;
  test('is the first that suits each', () => {
    expect(firstForAll([3, 4, 5], 61, multiple)).toBe(120);
    expect(firstForAll([3, 4, 5], 60, multiple)).toBe(60);
    expect(firstForAll([7], 60, multiple)).toBe(63);
  });
  test('is nothing where one of them has none, or where they never agree', () => {
    expect(firstForAll([3, 0], 61, (step, at) => (step === 0 ? undefined : multiple(step, at)))).toBeUndefined();
    expect(firstForAll([0], 61, () => undefined)).toBeUndefined();
    expect(firstForAll([0, 1], 61, (odd, at) => (at % 2 === odd ? at : at + 1))).toBeUndefined();
  });
  test('is never earlier than where it began', () => {
    expect(firstForAll([0], 61, () => 5)).toBe(61);
  });
});

describe('minutes of a day', () => {
  test('are read from a clock', () => {
    expect(['00:00', '08:05', '21:30', '24:00'].map(minutesOf)).toEqual([0, 485, 1290, 1440]);
  });
  test('are within an opening from its first on, and no more at its end', () => {
    expect([599, 600, 779, 780, 839, 840, 1199, 1200].map((minute) => isWithin(minute, DAY))).toEqual([
      ...[false, true, true, false],
      ...[false, true, true, false],
    ]);
    expect(isWithin(600, [])).toBe(false);
  });
});
