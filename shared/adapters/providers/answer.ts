import type { HandOff } from '#shared/app/send/providers.port.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { ADDRESS_CAUSE } from '#shared/domain/sending/refused-address.ts';

/** The connection was never made, or never secured: no byte of the message left (Node's `error.code`). */
export const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPROTO',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Raised by the SDK before anything is sent: no credentials, no Region. */
const NEVER_SIGNED = new Set(['CredentialsProviderError', 'TokenProviderError']);

/** Refusals with status 400 that speak of the account and of this moment, not of the message (SES v2, SNS, every service). */
export const PASSING_REFUSALS: ReadonlySet<string> = new Set([
  'LimitExceededException',
  'AccountSuspendedException',
  'SendingPausedException',
  'Throttling',
  'ThrottlingException',
  'Throttled',
  'ThrottledException',
  'RequestExpired',
  'ExpiredToken',
  'ExpiredTokenException',
]);

/** What the HTTP handler of the SDK says, in the words of two of its versions, of a connection that was not made in time: it gives it no code, and the name of any time-out. */
const NOT_MADE_IN_TIME = /(without establishing|did not establish) a connection/;

/** What SES and SNS say, in a 400, of an address that no message can reach. */
const OF_THE_ADDRESS =
  /PhoneNumber|illegal (address|char|white)|(local|domain).{0,40}(contain|s with)|final '@domain'|local name|invalid (email )?address/i;

/** What SNS says of a person who asked AWS to stop, and the reason that End User Messaging gives (`DESTINATION_PHONE_NUMBER_OPTED_OUT`). */
const OF_THE_PERSON = /opted[ _]out/i;

interface Raised {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly reason: string;
}

const read = (error: unknown): Raised => {
  const raised = (error ?? {}) as {
    name?: unknown;
    code?: unknown;
    message?: unknown;
    Reason?: unknown;
    $metadata?: unknown;
  };
  const metadata = (raised.$metadata ?? {}) as { httpStatusCode?: unknown };
  return {
    name: String(raised.name ?? 'Error'),
    code: String(raised.code ?? ''),
    message: String(raised.message ?? ''),
    reason: String(raised.Reason ?? ''),
    status: typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined,
  };
};

/** The row of the table for an answer with a 4xx status. */
const refusal = ({ name, message, reason, status }: Raised): HandOff => {
  const answer = 'not-taken' as const;
  if (status === 429) return { answer, retryable: true, cause: 'throttled' };
  if (status !== 400 || PASSING_REFUSALS.has(name)) return { answer, retryable: true, cause: `refused:${name}` };
  if (name === 'OptedOutException' || OF_THE_PERSON.test(reason) || OF_THE_PERSON.test(message))
    return { answer, retryable: false, cause: OPTED_OUT };
  if (OF_THE_ADDRESS.test(message)) return { answer, retryable: false, cause: ADDRESS_CAUSE };
  return { answer, retryable: false, cause: `rejected:${name}` };
};

/**
 * The one table that sorts what a provider client throws. Not taken: any 4xx, a connection refused or never made, DNS,
 * TLS. Unknown: time-out, reset, any 5xx, and all that is not named here. Causes are names of errors, never their text,
 * which may quote an address.
 */
export const answerOf = (error: unknown): HandOff => {
  const raised = read(error);
  const { name, code, status } = raised;
  if (status !== undefined && status >= 400 && status < 500) return refusal(raised);
  if (status !== undefined) return { answer: 'unknown', cause: `status-${status}` };
  const neverLeft = NEVER_CONNECTED.has(code) || NEVER_SIGNED.has(name) || NOT_MADE_IN_TIME.test(raised.message);
  return neverLeft
    ? { answer: 'not-taken', retryable: true, cause: `unreachable:${code || name}` }
    : { answer: 'unknown', cause: code || name };
};
