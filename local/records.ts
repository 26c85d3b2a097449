import type { ReceivedMail } from './aws/email.ts';
import type { EmittedEvent } from './aws/events.ts';
import type { ReceivedSms } from './aws/sms.ts';

/** What left the system, as whoever received it keeps it. */
export interface Records {
  readonly mails: ReceivedMail[];
  readonly sms: ReceivedSms[];
  readonly events: EmittedEvent[];
  /** Stream records given up after their last try. */
  readonly givenUp: object[];
}

/** Nothing received yet. */
export const createRecords = (): Records => ({ mails: [], sms: [], events: [], givenUp: [] });
