/**
 * Everything the functions ever log: a code that stays, a level, and one sentence. Fields come from an allow-list and
 * hold ids, codes and counts only; never an address, a body, a path or the message of a foreign error (P8).
 */
const CATALOGUE = {
  'request-served': { level: 'info', sentence: 'A request was served.' },
  'request-refused': { level: 'warn', sentence: 'A request could not be served as it was.' },
  'request-failed': { level: 'error', sentence: 'A request failed on our side.' },
  'caller-unknown': { level: 'warn', sentence: 'A call without a valid API key was refused.' },
  'authorizer-failed': { level: 'error', sentence: 'The store of API keys could not be read: nobody was let in.' },
  'record-parked': { level: 'error', sentence: 'A record that can never be handled was parked with its reason.' },
  'record-redelivered': { level: 'warn', sentence: 'A record could not be handled now and will come again.' },
  'record-failed': { level: 'error', sentence: 'Handling a record crashed; it will come again.' },
  'schedule-failed': { level: 'error', sentence: 'A scheduled run failed.' },
  'message-accepted': { level: 'info', sentence: 'Messages were accepted.' },
  'message-settled': { level: 'info', sentence: 'A message reached a state.' },
  'messages-released': { level: 'info', sentence: 'Messages that were due went back on the send queue.' },
  'reviewed-messages-released': {
    level: 'info',
    sentence: 'Messages whose cause was decided went back on the send queue.',
  },
  'opposition-registered': { level: 'info', sentence: 'An opposition was registered.' },
  'sms-reply-ignored': { level: 'info', sentence: 'A reply by SMS was no opposition.' },
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
  readonly road?: string;
  readonly count?: number;
  readonly attempt?: number;
  readonly milliseconds?: number;
  /** Class of an unforeseen error and the places it passed: never its message, which may quote what it choked on. */
  readonly error?: string;
  readonly at?: readonly string[];
}

/** Writes one JSON line. */
export const log = (code: LogCode, fields: LogFields = {}): void => {
  const { level, sentence } = CATALOGUE[code];
  console[level](JSON.stringify({ level, event: code, sentence, ...fields }));
};

/** What may be said of an unforeseen error: its class and its stack frames. */
export const errorFields = (error: unknown): Pick<LogFields, 'error' | 'at'> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
};
