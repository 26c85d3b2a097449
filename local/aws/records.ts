import type { EmittedEvent } from './events.ts';
import type { ReceivedMail } from './mail/received-mail.ts';
import type { ReceivedSms } from './sms/sms.ts';
import type { SentReply } from './sms/sms-replies.ts';

/** What left the system, as whoever received it keeps it. */
export interface Records {
  readonly mails: ReceivedMail[];
  readonly sms: ReceivedSms[];
  /** What people answered to text messages. */
  readonly replies: SentReply[];
  readonly events: EmittedEvent[];
  /** Stream records given up after their last try. */
  readonly givenUp: object[];
}

/** Nothing received yet. */
export const createRecords = (): Records => ({ mails: [], sms: [], replies: [], events: [], givenUp: [] });
