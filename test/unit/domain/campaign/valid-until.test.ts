import { describe, expect, test } from 'vitest';
import { occurrenceOf } from '#shared/app/campaigns/dispatching/start-runs.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Schedule } from '#shared/domain/campaign/schedule.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';

const ENDS = instant('2027-11-01T00:00:00Z');
const validUntil = (schedule: Schedule, scheduledAt: string, startedAt = scheduledAt, endsAt = ENDS): string =>
  occurrenceOf({ schedule, endsAt } as Campaign, instant(scheduledAt), instant(startedAt)).validUntil;

const every = (each: 'day' | 'week' | 'month', at = '09:00', from = '2026-10-01') =>
  ({ every: each, from, at, zone: 'Europe/Paris' }) as const;

describe('how long a run lasts', () => {
  test.each([
    ['a day', every('day'), '2026-12-01T08:00:00Z', '2026-12-02T08:00:00.000Z'],
    ['a day of 25 hours', every('day'), '2026-10-24T07:00:00Z', '2026-10-25T08:00:00.000Z'],
    [
      'up to a time that the clock is put forward over',
      every('day', '02:30'),
      '2027-03-27T01:30:00Z',
      '2027-03-28T01:00:00.000Z',
    ],
    ['a week', every('week'), '2026-12-03T08:00:00Z', '2026-12-10T08:00:00.000Z'],
    ['a month of 30 days', every('month'), '2026-11-01T08:00:00Z', '2026-12-01T08:00:00.000Z'],
    ['no longer than 30 days of a month of 31', every('month'), '2026-12-01T08:00:00Z', '2026-12-31T08:00:00.000Z'],
  ])('%s', (_name, schedule, at, end) => {
    expect(validUntil(schedule, at)).toBe(end);
  });

  test('the last one lasts until the campaign ends', () => {
    expect(validUntil(every('day'), '2026-12-01T08:00:00Z', undefined, instant('2026-12-01T20:00:00Z'))).toBe(
      '2026-12-01T20:00:00.000Z',
    );
    const atItsEnd = instant('2026-12-02T08:00:00Z');
    expect(validUntil(every('day'), '2026-12-01T08:00:00Z', undefined, atItsEnd)).toBe(atItsEnd);
  });

  test('one that starts late ends where the next one begins all the same, and not before it starts', () => {
    expect(validUntil(every('day'), '2026-12-01T08:00:00Z', '2026-12-01T20:00:00Z')).toBe('2026-12-02T08:00:00.000Z');
    expect(validUntil(every('day'), '2026-12-01T08:00:00Z', '2026-12-03T10:00:00Z')).toBe('2026-12-04T08:00:00.000Z');
  });

  test('a campaign that does not recur, in waves too, lasts until its end or 30 days', () => {
    const at = '2026-12-01T08:00:00Z';
    for (const schedule of [
      { at: 'now' },
      { at: '2026-12-01T09:00', zone: 'Europe/Paris' },
      { waves: '2026-12-01T09:00' },
    ] as const) {
      expect(validUntil(schedule, at)).toBe('2026-12-31T08:00:00.000Z');
      expect(validUntil(schedule, at, at, addSeconds(instant(at), 60))).toBe('2026-12-01T08:01:00.000Z');
    }
  });
});
