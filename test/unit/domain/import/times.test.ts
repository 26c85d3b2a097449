import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/domain/ids.ts';
import { instantIn, isMonthFirst } from '#shared/domain/import/times.ts';

const now = '2026-11-30T12:00:00.000Z' as Instant;
const inParis = { zone: 'Europe/Paris', now } as const;

describe('a time in a cell', () => {
  test.each([
    ['2024-03-01', '2024-02-29T23:00:00.000Z'],
    ['2024-3-1', '2024-02-29T23:00:00.000Z'],
    ['2024/03/01', '2024-02-29T23:00:00.000Z'],
    ['2024.3.1', '2024-02-29T23:00:00.000Z'],
    ['01/03/2024', '2024-02-29T23:00:00.000Z'],
    ['1/3/2024', '2024-02-29T23:00:00.000Z'],
    ['1.3.2024', '2024-02-29T23:00:00.000Z'],
    ['1-3-2024', '2024-02-29T23:00:00.000Z'],
    ['25/3/2024', '2024-03-24T23:00:00.000Z'],
    ['1/3/2024 9:40', '2024-03-01T08:40:00.000Z'],
    ['1/3/2024 09:40:05', '2024-03-01T08:40:05.000Z'],
    ['1/3/2024 9h40', '2024-03-01T08:40:00.000Z'],
    ['2024-3-1 9:40 +01:00', '2024-03-01T08:40:00.000Z'],
    ['2024-3-1T9:40Z', '2024-03-01T09:40:00.000Z'],
    ['45352', '2024-02-29T23:00:00.000Z'],
    ['45352.5', '2024-03-01T11:00:00.000Z'],
    ['45352,402777778', '2024-03-01T08:40:00.000Z'],
    ['46356', '2026-11-29T23:00:00.000Z'],
  ])('%s is read in the one way in which it can be', (written, read) => {
    expect(instantIn(written, inParis)).toBe(read);
  });

  test.each([
    ['a year of two figures', '01/03/24'],
    ['a year of two figures, whatever it may be', '31/12/99'],
    ['a month that comes first', '3/25/2024'],
    ['a day that is not', '31/2/2024'],
    ['a month that is not', '2024-13-1'],
    ['one of three figures', '1/003/2024'],
    ['an hour that is not', '1/3/2024 24:00'],
    ['a day of a spreadsheet that may count from 1904', '43000'],
    ['the last of these', '44894'],
    ['one that is yet to come', '47000'],
    ['tomorrow in a spreadsheet', '46358'],
    ['half a number', '45352,'],
    ['a number of another length', '453520'],
    ['a number below zero', '-45352'],
    ['a word', 'mars 2024'],
    ['nothing', ''],
    ['tomorrow', '1/12/2026'],
  ])('P2: %s (%s) is no time: nothing is guessed', (_, written) => {
    expect(instantIn(written, inParis)).toBeUndefined();
  });

  test('the first day of a spreadsheet that can count from 1900 alone', () => {
    expect(instantIn('44895', inParis)).toBe('2022-11-29T23:00:00.000Z');
  });

  test('a day alone may be meant to its end, a number of a spreadsheet as well, unless it says an hour', () => {
    const atEnd = { ...inParis, atEnd: true } as const;
    for (const written of ['2024-3-1', '1/3/2024', '45352'])
      expect(instantIn(written, atEnd), written).toBe('2024-03-01T22:59:59.999Z');
    expect(instantIn('45352.5', atEnd)).toBe('2024-03-01T11:00:00.000Z');
  });

  test.each(['45352.0', '45352,000', '2024-03-01 00:00:00', '2024-03-01T00:00', '1/3/2024 0:00', '1/3/2024 00h00'])(
    'P2: %s is how a tool writes a day alone, and is meant to its end',
    (written) => {
      expect(instantIn(written, { ...inParis, atEnd: true })).toBe('2024-03-01T22:59:59.999Z');
      expect(instantIn(written, inParis)).toBe('2024-02-29T23:00:00.000Z');
    },
  );

  test.each([
    ['2024-03-01T00:00:00+01:00', '2024-02-29T23:00:00.000Z'],
    ['2024-03-01 00:00:00Z', '2024-03-01T00:00:00.000Z'],
    ['2024-03-01 00:00:01', '2024-02-29T23:00:01.000Z'],
    ['2024-03-01 00:01', '2024-02-29T23:01:00.000Z'],
    ['45352.001', '2024-02-29T23:01:26.000Z'],
  ])('%s says its time, and is meant at that', (written, read) => {
    expect(instantIn(written, { ...inParis, atEnd: true })).toBe(read);
  });
});

describe('a file with dates in the order of America', () => {
  const unsure = { ...inParis, isOrderUnknown: true } as const;

  test.each(['3/25/2024', '03/25/2024', '12-31-2023', '3.25.2024', ' 3/25/2024 9:40 '])('is one with %s', (written) => {
    expect(isMonthFirst(written)).toBe(true);
  });

  test.each([
    '25/3/2024',
    '12/3/2024',
    '3/32/2024',
    '0/25/2024',
    '13/13/2024',
    '2024/3/25',
    '2024-25-3',
    '3/25/24',
    'n° 3/25/2024',
    '',
  ])('is none with %s', (written) => {
    expect(isMonthFirst(written)).toBe(false);
  });

  test.each(['12/3/2024', '3/12/2024', '01/03/2024', '1-3-2024 9:40', '3.12.2024'])(
    'P2: %s is none there',
    (written) => {
      expect(instantIn(written, inParis)).toBeDefined();
      expect(instantIn(written, unsure)).toBeUndefined();
    },
  );

  test.each(['25/3/2024', '5/5/2024', '2024-03-12', '2024/3/12', '45352'])(
    '%s is the same in either order',
    (written) => {
      expect(instantIn(written, inParis)).toBeDefined();
      expect(instantIn(written, unsure)).toBe(instantIn(written, inParis));
    },
  );
});
