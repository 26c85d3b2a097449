import { expect, test } from 'vitest';
import { dueAtOf, endOfRequest, overdueOf } from '#shared/domain/rights/due.ts';
import { instant } from '#test/support/builders.ts';

test.each([
  ['2026-11-24T10:00:00Z', '2026-12-24T22:59:59.999Z', '2027-02-24T22:59:59.999Z'],
  // Received at half past midnight of the 25th, in Paris.
  ['2026-11-24T23:30:00Z', '2026-12-25T22:59:59.999Z', '2027-02-25T22:59:59.999Z'],
  // February has no 31st, and April neither.
  ['2027-01-31T10:00:00Z', '2027-02-28T22:59:59.999Z', '2027-04-30T21:59:59.999Z'],
  // The clocks went forward meanwhile.
  ['2027-03-01T10:00:00Z', '2027-04-01T21:59:59.999Z', '2027-06-01T21:59:59.999Z'],
  ['2026-12-15T10:00:00Z', '2027-01-15T22:59:59.999Z', '2027-03-15T22:59:59.999Z'],
])('a request received at %s is due by %s, and extended by %s', (receivedAt, due, extended) => {
  expect(dueAtOf(instant(receivedAt))).toBe(due);
  expect(dueAtOf(instant(receivedAt), true)).toBe(extended);
});

const receivedAt = instant('2026-11-01T10:00:00Z');
const open = { state: 'open' as const, receivedAt, dueAt: dueAtOf(receivedAt) };
const acknowledgedAt = instant('2026-11-01T12:00:00Z');

test.each([
  ['2026-11-02T09:59:59.999Z', undefined, undefined],
  ['2026-11-02T10:00:00.000Z', undefined, 'not-acknowledged'],
  ['2026-11-02T10:00:00.000Z', acknowledgedAt, undefined],
  ['2026-11-21T09:59:59.999Z', acknowledgedAt, undefined],
  ['2026-11-21T10:00:00.000Z', acknowledgedAt, 'due-soon'],
])('at %s, acknowledged at %s, it is %s', (now, told, late) => {
  expect(overdueOf({ ...open, acknowledgedAt: told }, instant(now))).toBe(late);
});

test.each([
  ['2026-11-21T10:00:00.000Z', undefined],
  ['2027-01-22T22:59:59.998Z', undefined],
  ['2027-01-22T22:59:59.999Z', 'due-soon'],
  ['2027-02-03T10:00:00.000Z', 'due-soon'],
])('at %s, one that was extended until 1 February is %s', (now, late) => {
  const extended = { ...open, acknowledgedAt, dueAt: dueAtOf(receivedAt, true) };
  expect(extended.dueAt).toBe('2027-02-01T22:59:59.999Z');
  expect(overdueOf(extended, instant(now))).toBe(late);
});

test('one that was answered is never late', () => {
  expect(overdueOf({ ...open, state: 'answered' }, instant('2027-11-21T10:00:00Z'))).toBeUndefined();
});

test('a request goes six years after its last step, unless it is open or a restriction that stands', () => {
  const at = instant('2026-12-01T10:00:00Z');
  const request = (kind: 'access' | 'restriction', state: 'open' | 'answered' | 'lifted') =>
    endOfRequest({ kind, state, steps: [{ at }] } as never);
  expect([request('access', 'open'), request('restriction', 'answered')]).toEqual([undefined, undefined]);
  expect([request('access', 'answered'), request('restriction', 'lifted')]).toEqual([
    '2032-12-01T10:00:00.000Z',
    '2032-12-01T10:00:00.000Z',
  ]);
});
