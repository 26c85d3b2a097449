import type { HandOff } from '#shared/app/send/providers.port.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { ADDRESS_CAUSE } from '#shared/domain/sending/refused-address.ts';
import { answerOf, PASSING_REFUSALS } from '../providers/answer.ts';

/**
 * Reasons that speak of the number alone: it is in a country that is closed, or to which what the text leaves by does not go, or is kept
 * closed itself. No message reaches it by this route, and nobody else's waits for it.
 */
const OF_THE_NUMBER: ReadonlySet<string> = new Set([
  'DESTINATION_COUNTRY_BLOCKED',
  'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
  'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE',
  'COUNTRY_CODE_MISMATCH',
  'COUNTRY_NOT_ENABLED',
  'INVALID_IDENTITY_FOR_DESTINATION_COUNTRY',
  'SENDER_ID_NOT_SUPPORTED',
]);

/** Refusals that speak of the account or of this moment: the same message may be taken later. What it does not own is for a human. */
const PASSING_NAMES: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'ServiceQuotaExceededException',
  'UnrecognizedClientException',
]);
const PASSING_REASONS: ReadonlySet<string> = new Set(['DESTINATION_PHONE_NUMBER_NOT_VERIFIED', 'RESOURCE_NOT_ACTIVE']);

interface Refused {
  readonly name: string;
  /** A code of theirs, or empty: anything else could quote a number. */
  readonly reason: string;
  readonly isOfNumber: boolean;
}

const refusedIn = (error: unknown): Refused => {
  const { name, Reason, Fields } = Object(error) as { name?: unknown; Reason?: unknown; Fields?: unknown };
  const fields = Array.isArray(Fields) ? Fields.map((field) => String(Object(field).Name)) : [];
  const reason = typeof Reason === 'string' && /^[A-Z_]{1,80}$/.test(Reason) ? Reason : '';
  return {
    name: String(name),
    reason,
    isOfNumber:
      OF_THE_NUMBER.has(reason) ||
      (fields.length > 0 && fields.every((field) => /^destinationPhoneNumber$/i.test(field))),
  };
};

const isRefusal = (status: unknown): boolean => Number(status) >= 400 && Number(status) < 500;
const statusOf = (error: unknown): unknown => Object(Object(error).$metadata).httpStatusCode;

/**
 * Sorts what the client of End User Messaging throws. It refuses everything with 400, throttles and denied access included, so that the name
 * and its reason say what is meant; another 4xx is read in the same way (API reference of `SendTextMessage`, "Errors"; enums of `@aws-sdk/client-pinpoint-sms-voice-v2`). Any
 * other status, and none, is sorted by the one table.
 */
export const answerOfEndUserMessaging = (error: unknown): HandOff => {
  if (!isRefusal(statusOf(error))) return answerOf(error);
  const answer = 'not-taken' as const;
  const { name, reason, isOfNumber } = refusedIn(error);
  if (name === 'ThrottlingException') return { answer, retryable: true, cause: 'throttled' };
  if (reason === 'DESTINATION_PHONE_NUMBER_OPTED_OUT') return { answer, retryable: false, cause: OPTED_OUT };
  if (isOfNumber) return { answer, retryable: false, cause: ADDRESS_CAUSE };
  if (PASSING_NAMES.has(name) || PASSING_REFUSALS.has(name) || PASSING_REASONS.has(reason))
    return { answer, retryable: true, cause: `refused:${reason || name}` };
  return { answer, retryable: false, cause: `rejected:${reason || name}` };
};
