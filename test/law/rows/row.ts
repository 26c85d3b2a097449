import type { Outcome } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { aProposedMessage, instant } from '#test/support/builders.ts';

/** One row of the decision table (docs/readings.md). */
export interface Row {
  /** Number in the table; a letter tells apart cases of one row. */
  readonly row: string;
  readonly title: string;
  readonly request: VetRequest;
  /** The final bytes, where the row is about them. */
  readonly bytes?: BytesFacts;
  readonly outcome: Outcome;
  /** Every reason, in order; the first is the primary one. */
  readonly codes: readonly string[];
  readonly notes?: readonly string[];
  readonly notBefore?: string;
}

export const MOBILE = '+33612345678';
const OPEN_NUMBER = '+33162000000';
/** An SMS about wine, valid for a day. */
export const anSms = (changes: Parameters<typeof aProposedMessage>[0] = {}) =>
  aProposedMessage({ channel: 'sms', validUntil: instant('2026-11-25T10:00:00Z'), ...changes });
/** An automated call about wine, from an open number, valid for a day. */
export const aCall = (changes: Parameters<typeof aProposedMessage>[0] = {}) =>
  aProposedMessage({
    channel: 'automated-call',
    sender: OPEN_NUMBER,
    validUntil: instant('2026-11-25T10:00:00Z'),
    ...changes,
  });
