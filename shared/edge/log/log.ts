import { Failure } from '../../domain/failure.ts';

/**
 * Everything the functions ever log: a stable code, a level, and one sentence. Fields come from an allow-list and
 * hold ids, codes and counts only; never an address, a body, a path or the message of an error that is not ours (P8).
 */
const CATALOGUE = {
  'request-served': { level: 'info', sentence: 'A request was served.' },
  'request-refused': { level: 'warn', sentence: 'A request was refused.' },
  'request-failed': { level: 'error', sentence: 'A request failed on our side.' },
  'caller-unknown': { level: 'warn', sentence: 'A call without a valid API key was refused.' },
  'authorizer-failed': { level: 'error', sentence: 'The store of API keys could not be read: the call was refused.' },
  'record-parked': { level: 'error', sentence: 'A record that can never be processed was parked with its reason.' },
  'record-redelivered': { level: 'warn', sentence: 'A record could not be processed now and will be delivered again.' },
  'record-failed': { level: 'error', sentence: 'Processing a record crashed; it will be delivered again.' },
  'schedule-failed': { level: 'error', sentence: 'A scheduled run failed.' },
  'message-accepted': { level: 'info', sentence: 'Messages were accepted.' },
  'message-settled': { level: 'info', sentence: 'A message has a new state.' },
  'message-late': {
    level: 'warn',
    sentence: 'A message that may leave waits for more than five minutes: what would send it fails.',
  },
  'messages-swept': {
    level: 'warn',
    sentence: 'Accepted messages that nothing would have brought up went back on the send queue.',
  },
  'sweep-unfinished': { level: 'error', sentence: 'The sweep of accepted messages did not look at all of them.' },
  'opposition-ignored': {
    level: 'warn',
    sentence: 'A message was handed off against an opposition that had been acknowledged before.',
  },
  'hand-offs-audited': { level: 'info', sentence: 'Hand-offs were compared with oppositions.' },
  'audit-unfinished': { level: 'error', sentence: 'The audit of hand-offs did not look at all of them.' },
  'parked-waiting': { level: 'warn', sentence: 'What could not be handled waits for somebody to redrive it.' },
  'parked-redriven': { level: 'info', sentence: 'What was parked went back where it came from.' },
  'operator-acted': { level: 'warn', sentence: 'An operator changed what may leave.' },
  'operation-failed': { level: 'error', sentence: 'A command of the operator failed.' },
  'messages-released': { level: 'info', sentence: 'Messages that were due went back on the send queue.' },
  'reviewed-messages-released': {
    level: 'info',
    sentence: 'Messages whose cause was decided went back on the send queue.',
  },
  'opposition-registered': { level: 'info', sentence: 'An opposition was registered.' },
  'sms-reply-ignored': { level: 'info', sentence: 'A reply by SMS was no opposition.' },
  'stop-answered': { level: 'info', sentence: 'What came of notifying somebody that their STOP is recorded.' },
  'email-feedback-applied': { level: 'info', sentence: 'A report of the provider on a mail was applied.' },
  'email-feedback-ignored': { level: 'warn', sentence: 'A report of the provider says nothing that is known here.' },
  'suppressions-mended': { level: 'info', sentence: 'The list of SES and the ledger did not say the same.' },
  'suppressions-unreconciled': { level: 'error', sentence: 'Not every list of SES was compared with the ledger.' },
  'provider-answered': { level: 'info', sentence: 'A provider answered a hand-off.' },
  'token-unreadable': { level: 'warn', sentence: 'An opposition link could not be read; nothing was recorded.' },
} as const satisfies Record<string, { level: 'info' | 'warn' | 'error'; sentence: string }>;
export type LogCode = keyof typeof CATALOGUE;

/** The only fields a line may carry. */
export interface LogFields {
  readonly function?: string;
  readonly correlationId?: string;
  readonly status?: number;
  /** Code of a failure, a verdict or a provider's answer. */
  readonly code?: string;
  readonly reason?: string;
  readonly apiKeyId?: string;
  readonly advertiserId?: string;
  readonly contactId?: string;
  readonly messageId?: string;
  readonly factId?: string;
  readonly state?: string;
  readonly channel?: string;
  readonly via?: string;
  readonly count?: number;
  readonly attempt?: number;
  readonly milliseconds?: number;
  /** Class of an unexpected error and its stack frames: never its message, which may quote the input. */
  readonly error?: string;
  readonly at?: readonly string[];
}

/** Writes one JSON line. */
export const log = (code: LogCode, fields: LogFields = {}): void => {
  const { level, sentence } = CATALOGUE[code];
  console[level](JSON.stringify({ level, event: code, sentence, ...fields }));
};

/** What may be logged of an unexpected error: its class and its stack frames. A line of its message may look like one. */
export const errorFields = (error: unknown): Pick<LogFields, 'error' | 'at'> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.replace(error.message, '').match(/(?<=^ {4})at .*[>\d]\)?$/gm) ?? [];
  return { error: error.name, at: frames.slice(0, 8) };
};

/** What may be logged of whatever was thrown: the code of a failure that was foreseen, else what of an unexpected error. */
export const failureFields = (error: unknown): Pick<LogFields, 'code' | 'error' | 'at'> =>
  error instanceof Failure ? { code: error.code } : errorFields(error);
