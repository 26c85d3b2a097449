import { expect, test } from 'vitest';
import { type RecipientState, sparedIn } from '#shared/domain/campaign/recipient.ts';

const outcome = (state: RecipientState, ...codes: string[]) => ({ state, codes });

test('whoever the law keeps, or was not tried, was not written to', () => {
  expect(
    sparedIn([
      outcome('refused', 'OPPOSED_CHANNEL'),
      outcome('deferred', 'QUIET_HOURS_SMS'),
      outcome('expired', 'VALIDITY_PASSED'),
      outcome('cancelled', 'cancelled'),
      outcome('in-review', 'SUBJECT_UNCLEAR'),
      outcome('waiting', 'paused'),
      outcome('waiting', 'sending-halted'),
      outcome('waiting', 'hour-just-begun'),
    ]),
  ).toBe(8);
});

test('whoever was tried may have been written to, by this worker or another one', () => {
  expect(
    sparedIn([
      outcome('sent', 'OK_CONSENT'),
      outcome('unknown', 'TimeoutError'),
      outcome('unknown-final', 'no-answer'),
      outcome('failed', 'stored-unreadable'),
      outcome('waiting', 'throttled'),
      outcome('waiting', 'claim-held'),
      outcome('waiting', 'dependency-unavailable'),
    ]),
  ).toBe(0);
});
