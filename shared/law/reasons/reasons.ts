import { ALLOWED } from './allowed.ts';
import { CLASS } from './class.ts';
import { CONSENT } from './consent.ts';
import { CUSTOMER } from './customer.ts';
import { FORM } from './form.ts';
import { INPUT } from './input.ts';
import { LIMITS } from './limits.ts';
import { OPPOSITION } from './opposition.ts';
import { PROFESSIONAL } from './professional.ts';
import type { Reason } from './reason.ts';
import { REMEDIES_OF_BASIS } from './remedies/of-basis.ts';
import { REMEDIES_OF_LIMITS } from './remedies/of-limits.ts';
import { REMEDIES_OF_MESSAGE } from './remedies/of-message.ts';
import type { Remedy } from './remedies/remedy.ts';

/** Every reason code, in the order of docs/readings.md; stable forever, never reused. */
export const REASONS = {
  ...INPUT,
  ...CLASS,
  ...OPPOSITION,
  ...CONSENT,
  ...CUSTOMER,
  ...PROFESSIONAL,
  ...LIMITS,
  ...FORM,
  ...ALLOWED,
} as const;
export type ReasonCode = keyof typeof REASONS;

/** What a code means; `undefined` for a code that no version of the rulebook knows. */
export const reasonOf = (code: string): Reason | undefined => {
  const known: Readonly<Record<string, Reason>> = REASONS;
  return known[code];
};

const REMEDIES: Readonly<Record<string, Remedy>> = {
  ...REMEDIES_OF_MESSAGE,
  ...REMEDIES_OF_BASIS,
  ...REMEDIES_OF_LIMITS,
};
/** What to do about a code; `undefined`: nothing, since the message is allowed or the code is a note. */
export const remedyOf = (code: string): Remedy | undefined => REMEDIES[code];

/** Reserved: no fact of this version leads to them (D25). */
export const RESERVED_CODES = [
  'INPUT_INVALID',
  'ADVERTISER_UNIDENTIFIED',
  'CLOCK_UNTRUSTED',
  'STOPPED_BY_OPERATOR',
  'CONSENT_AFTER_SEND',
  'ONGOING_CONTRACT_NOT_SHOWN',
  'OK_ONGOING_CONTRACT',
  'DELIVERABILITY_COMPLAINT_RATE',
  'DKIM_NOT_COVERING_UNSUBSCRIBE',
] as const satisfies readonly ReasonCode[];

/** Given by the edge, the send path or the fold of tests, not by a prohibition. */
export const CODES_GIVEN_ELSEWHERE = [
  'OPPOSITION_STORE_UNAVAILABLE',
  'REVIEW_EXPIRED',
  'OK_TEST',
  'TEST_NOT_AGREED',
  'TEST_NOT_MARKED',
] as const satisfies readonly ReasonCode[];
