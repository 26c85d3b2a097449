import { Failure } from '../../domain/failure.ts';

/**
 * Everything the functions ever log, by a stable code, and its level; `docs/logs.md` says what each means. Fields come from an
 * allow-list and hold ids, codes and counts only; never an address, a body, a path or the message of an error that is not
 * ours (P8).
 */
export const LEVELS = {
  'request-served': 'info',
  'request-refused': 'warn',
  'request-failed': 'error',
  'caller-unknown': 'warn',
  'authorizer-failed': 'error',
  'record-parked': 'error',
  'record-redelivered': 'warn',
  'record-failed': 'error',
  'schedule-failed': 'error',
  'message-settled': 'info',
  'message-late': 'warn',
  'messages-swept': 'warn',
  'sweep-unfinished': 'error',
  'opposition-ignored': 'warn',
  'hand-offs-audited': 'info',
  'audit-unfinished': 'error',
  'parked-waiting': 'warn',
  'halt-forgotten': 'warn',
  'requests-overdue': 'warn',
  'parked-redriven': 'info',
  'operator-acted': 'warn',
  'operation-failed': 'error',
  'messages-released': 'info',
  'reviewed-messages-released': 'info',
  'opposition-registered': 'info',
  'sms-reply-ignored': 'info',
  'sms-reply-shared-out': 'info',
  'stop-answered': 'info',
  'contact-answered': 'info',
  'mail-ignored': 'info',
  'doubtful-reply': 'info',
  'email-feedback-applied': 'info',
  'provider-report-applied': 'info',
  'suppressions-unreconciled': 'error',
  'suppressions-mended': 'info',
  'erasures-finished': 'info',
  'email-feedback-ignored': 'warn',
  'call-ignored': 'info',
  'event-taken': 'info',
  'campaigns-dispatched': 'info',
  'chunk-settled': 'info',
  'sent-values-lost': 'warn',
  'campaign-paused': 'warn',
  'campaign-untaken': 'warn',
  'tenants-unread': 'warn',
  'job-went-on': 'info',
  'reason-given': 'info',
  'acknowledgement-not-taken': 'warn',
  'acknowledgement-failed': 'error',
  'token-unreadable': 'warn',
  'identity-page-left-out': 'warn',
  'template-not-assessed': 'warn',
} as const satisfies Record<string, 'info' | 'warn' | 'error'>;
export type LogCode = keyof typeof LEVELS;

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
  readonly campaignId?: string;
  readonly factId?: string;
  readonly jobId?: string;
  readonly state?: string;
  readonly channel?: string;
  readonly via?: string;
  readonly count?: number;
  readonly attempt?: number;
  readonly milliseconds?: number;
  /** Class of an unexpected error, or of what a store answered, and its stack frames: never its message, which may quote the input. */
  readonly error?: string;
  readonly at?: readonly string[];
}

/** Writes one JSON line. */
export const log = (code: LogCode, fields: LogFields = {}): void => {
  const level = LEVELS[code];
  console[level](JSON.stringify({ level, event: code, ...fields }));
};

/** What may be logged of an unexpected error: its class and its stack frames. A line of its message may look like one. */
export const errorFields = (error: unknown): Pick<LogFields, 'error' | 'at'> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.replace(error.message, '').match(/(?<=^ {4})at .*[>\d]\)?$/gm) ?? [];
  return { error: error.name, at: frames.slice(0, 8) };
};

/** What a store or a provider answered, by its name; of a connection that failed, by the system's code for it. */
const answeredBy = ({ cause }: Failure): Pick<LogFields, 'error'> => {
  if (cause instanceof Failure) return answeredBy(cause);
  if (!(cause instanceof Error)) return {};
  const code = 'code' in cause && /^E[A-Z_]+$/.test(String(cause.code)) ? String(cause.code) : undefined;
  return { error: code ?? cause.name };
};

/** What may be logged of whatever was thrown: of a failure that was foreseen its code, and what answered so; else as above. */
export const failureFields = (error: unknown): Pick<LogFields, 'code' | 'error' | 'at'> =>
  error instanceof Failure ? { code: error.code, ...answeredBy(error) } : errorFields(error);
