import type { Stack } from '#local/stack/stack.ts';

/** What the console shows of a running system, and what it can do to it. Its APIs are named `application` and `public`. */
export type Watched = Pick<
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
>;
