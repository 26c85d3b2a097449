import type { Stack } from '#local/stack/stack.ts';

/** What the console needs of a running system. Its APIs are named `application` and `public`. */
export type Running = Pick<
  Stack,
  | 'urlOf'
  | 'clock'
  | 'inbox'
  | 'smsSink'
  | 'smsReplies'
  | 'provider'
  | 'idle'
  | 'replyBySms'
  | 'receiveMail'
  | 'events'
  | 'queueDepths'
  | 'alarms'
  | 'faults'
  | 'refuseConnections'
  | 'holds'
  | 'emptyQueue'
  | 'denied'
>;

/** What the console shows of a running system, and what it can do to it. */
export interface Watched extends Running {
  /** The name of a phone in the addresses of the console, by its number in E.164. */
  readonly phoneIdOf: (number: string) => string;
}
