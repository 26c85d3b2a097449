import { expect, test } from 'vitest';
import { sparedIn, staysCounted } from '#shared/domain/campaign/ramp/counted.ts';
import type { RecipientState } from '#shared/domain/campaign/recipient.ts';

const outcome = (state: RecipientState, ...codes: string[]) => ({ state, codes });

test('whoever the law keeps was not written to, and gives their place of a ramp back', () => {
  const kept = [
    outcome('refused', 'OPPOSED_CHANNEL'),
    outcome('deferred', 'QUIET_HOURS_SMS'),
    outcome('expired', 'VALIDITY_PASSED'),
    outcome('cancelled', 'cancelled'),
    outcome('in-review', 'SUBJECT_UNCLEAR'),
  ];
  expect(sparedIn(kept)).toBe(5);
  expect(kept.filter(staysCounted)).toEqual([]);
});

test('whoever waits, or was tried, may have been written to by this worker or another one, and keeps it', () => {
  const waiting = ['throttled', 'paused', 'sending-halted', 'hour-just-begun', 'claim-held', 'dependency-unavailable'];
  const inDoubt = [
    outcome('sent', 'OK_CONSENT'),
    outcome('unknown', 'TimeoutError'),
    outcome('unknown-final', 'no-answer'),
    outcome('failed', 'stored-unreadable'),
    ...waiting.map((code) => outcome('waiting', code)),
  ];
  expect(sparedIn(inDoubt)).toBe(0);
  expect(inDoubt.filter(staysCounted)).toEqual(inDoubt);
});

test('whoever waits for their wave was not taken up: they have no place, and give none back', () => {
  const later = outcome('deferred', 'WAVE_LATER');
  expect([sparedIn([later]), staysCounted(later)]).toEqual([0, false]);
});
