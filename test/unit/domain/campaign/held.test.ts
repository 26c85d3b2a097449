import { expect, test } from 'vitest';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import { heldBy } from '#shared/domain/campaign/held.ts';
import { instant } from '#test/support/builders.ts';

const NOW = instant('2026-12-01T10:00:00Z');
const RUN = {
  state: 'running',
  startedAt: instant('2026-12-01T08:00:00Z'),
  validUntil: instant('2026-12-02T08:00:00Z'),
} as const;
const causeOf = (run: object, isDone: boolean, ramp?: number[]) =>
  heldBy({ control: 'running', ramp }, { ...RUN, cursors: [{ isDone }], ...run } as Occurrence, NOW);
const FULL = { ramped: { day: 0, taken: 10, spared: 0, sparedBefore: 0, counted: 0 } };

test('quota and ramp hold a run whose audience is not selected to its end', () => {
  expect(causeOf({ isQuotaUsed: true }, false)).toBe('quota');
  expect(causeOf(FULL, false, [10])).toBe('ramp');
  expect(causeOf({}, false)).toBeUndefined();
});
test('neither is said of those who are left once everyone is selected: they may wait for a human', () => {
  expect(causeOf({ isQuotaUsed: true }, true)).toBeUndefined();
  expect(causeOf(FULL, true, [10])).toBeUndefined();
});

const untakenBecause = (because: string, since: string, at = '2026-12-01T09:59:40Z') => ({
  untaken: { since: instant(since), at: instant(at), because },
});
test.each([
  ['refused:ACCOUNT_DISABLED'],
  ['refused:AccountSuspendedException'],
  ['refused:SendingPausedException'],
  ['refused:INSUFFICIENT_ACCOUNT_REPUTATION'],
])('an account that the provider lets send nothing holds the run, selected or not: %s', (because) => {
  expect(causeOf(untakenBecause(because, '2026-12-01T09:50:00Z'), false)).toBe('sending-disabled');
  expect(causeOf(untakenBecause(because, '2026-12-01T09:50:00Z'), true)).toBe('sending-disabled');
  // Not after one chunk, and no longer once nothing was tried for a quarter of an hour.
  expect(causeOf(untakenBecause(because, '2026-12-01T09:59:40Z'), true)).toBeUndefined();
  expect(causeOf(untakenBecause(because, '2026-12-01T09:00:00Z', '2026-12-01T09:40:00Z'), true)).toBeUndefined();
});
test.each([
  ['throttled'],
  ['unreachable:ECONNREFUSED'],
  ['refused:AccessDeniedException'],
  ['refused:MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT'],
])('%s is none of that: it may pass, or is said of whom it keeps', (because) => {
  expect(causeOf(untakenBecause(because, '2026-12-01T09:50:00Z'), true)).toBeUndefined();
});
