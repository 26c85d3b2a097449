import type { HandOff } from '#shared/app/send/providers.port.ts';
import { ADDRESS_CAUSE } from '#shared/domain/sending/refused-address.ts';
import { answerOf } from '../providers/answer.ts';

/** Refusals that speak of the request or of what it names, and not of this moment: a human looks. */
const FOR_A_HUMAN: ReadonlySet<string> = new Set([
  'InvalidParameterException',
  'InvalidRequestException',
  'ResourceNotFoundException',
  'ValidationException',
]);

/** The parameter that is wrong is the number of the reader, and no other is named. */
const isOfNumber = (message: string): boolean =>
  /destination ?(?:phone ?number|endpoint)/i.test(message) && !/source ?phone ?number|contact ?flow/i.test(message);

/**
 * Sorts what the client of Amazon Connect throws. A number that the instance may not call is of the number alone; what the account lacks, a
 * quota of calls of this type among it, waits (API reference of `StartOutboundVoiceContact`, "Errors"). Any other answer is sorted by the one table.
 */
export const answerOfConnect = (error: unknown): HandOff => {
  const { name, message, $metadata } = Object(error) as { name?: unknown; message?: unknown; $metadata?: unknown };
  const status = Number(Object($metadata).httpStatusCode);
  if (!(status >= 400 && status < 500)) return answerOf(error);
  const answer = 'not-taken' as const;
  if (name === 'DestinationNotAllowedException') return { answer, retryable: false, cause: ADDRESS_CAUSE };
  if (!FOR_A_HUMAN.has(String(name))) {
    const isThrottled = status === 429 || name === 'ThrottlingException';
    return { answer, retryable: true, cause: isThrottled ? 'throttled' : `refused:${String(name)}` };
  }
  return name === 'InvalidParameterException' && isOfNumber(String(message))
    ? { answer, retryable: false, cause: ADDRESS_CAUSE }
    : { answer, retryable: false, cause: `rejected:${String(name)}` };
};
