import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import {
  addDaysTo,
  type HolidayRegion,
  holidaysOf,
  instantOfWall,
  isHoliday,
  isZone,
  wallClock,
} from '#shared/domain/time/calendar.ts';

const YEARS = Array.from({ length: 9 }, (_, index) => 2024 + index);
const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Days that the library calls public and the Code du travail does not: Easter and Whit Sunday, which are Sundays. */
const libraryDays = (holidays: Holidays, year: number) =>
  holidays
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10))
    .filter((date, index, all) => all.indexOf(date) === index)
    .filter((date) => new Date(`${date}T00:00:00Z`).getUTCDay() !== 0 || holidaysOf(year, 'FR').includes(date))
    .sort();
const ours = (year: number, region: HolidayRegion) => [...new Set(holidaysOf(year, region))].sort();

describe('public holidays', () => {
  test.each(YEARS)('of France in %i are those of the date-holidays library', (year) => {
    expect(ours(year, 'FR')).toEqual(libraryDays(new Holidays('FR'), year));
  });
  test.each([
    ['alsace-moselle', ['2026-04-03', '2026-12-26']],
    ['GP', ['2026-05-27']],
    ['MQ', ['2026-05-22']],
    ['GF', ['2026-06-10']],
    ['RE', ['2026-12-20']],
    ['YT', ['2026-04-27']],
    ['BL', ['2026-10-09']],
    ['MF', ['2026-05-27', '2026-05-28']],
  ] as const)('of %s add the days of its own', (region, added) => {
    expect(ours(2026, region).filter((day) => !ours(2026, 'FR').includes(day))).toEqual(added);
  });
  test.each(YEARS)('of Alsace and Moselle in %i are those of the library for the Bas-Rhin', (year) => {
    const library = new Set(new Holidays('FR', '67').getHolidays(year).map(({ date }) => date.slice(0, 10)));
    expect(ours(year, 'alsace-moselle').filter((day) => !library.has(day))).toEqual([]);
  });
  test('are asked for by region', () => {
    expect(isHoliday('2026-12-26', ['alsace-moselle'])).toBe(true);
    expect(isHoliday('2026-12-26', ['FR'])).toBe(false);
    expect(isHoliday('2026-05-14', ['FR'])).toBe(true);
    expect(isHoliday('2026-05-14', [])).toBe(false);
  });
});

describe('the wall clock', () => {
  test('shows date, minute and weekday of a zone', () => {
    const at = Date.parse('2026-11-29T21:30:00Z');
    expect(wallClock(at, 'Europe/Paris')).toEqual({ date: '2026-11-29', minute: 22 * 60 + 30, weekday: 7 });
    expect(wallClock(at, 'Indian/Reunion')).toEqual({ date: '2026-11-30', minute: 90, weekday: 1 });
    expect(wallClock(at, 'America/Guadeloupe')).toEqual({ date: '2026-11-29', minute: 17 * 60 + 30, weekday: 7 });
  });
  test('is undone by the instant it shows, on ordinary days', () => {
    for (const zone of ['Europe/Paris', 'Pacific/Marquesas', 'America/Miquelon', 'Pacific/Noumea']) {
      const at = instantOfWall('2026-07-14', 8 * 60, zone);
      expect(wallClock(at, zone)).toMatchObject({ date: '2026-07-14', minute: 8 * 60 });
    }
  });
  test('gives the same opening hour on both sides of a change of clock', () => {
    expect(iso(instantOfWall('2026-03-28', 480, 'Europe/Paris'))).toBe('2026-03-28T07:00:00.000Z');
    expect(iso(instantOfWall('2026-03-29', 480, 'Europe/Paris'))).toBe('2026-03-29T06:00:00.000Z');
    expect(iso(instantOfWall('2026-10-24', 480, 'Europe/Paris'))).toBe('2026-10-24T06:00:00.000Z');
    expect(iso(instantOfWall('2026-10-25', 480, 'Europe/Paris'))).toBe('2026-10-25T07:00:00.000Z');
  });
  test('moves a time that spring removes forward, and takes the first of one that autumn repeats', () => {
    expect(iso(instantOfWall('2026-03-29', 150, 'Europe/Paris'))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(instantOfWall('2026-10-25', 150, 'Europe/Paris'))).toBe('2026-10-25T00:30:00.000Z');
  });
  test('knows which zones exist', () => {
    expect([isZone('Europe/Paris'), isZone('Europe/Atlantis')]).toEqual([true, false]);
  });
  test('counts days across months and years', () => {
    expect([addDaysTo('2026-12-31', 1), addDaysTo('2028-03-01', -1)]).toEqual(['2027-01-01', '2028-02-29']);
  });
});
