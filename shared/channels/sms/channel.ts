import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { ChannelRecord } from '../record.ts';

/** SMS content before merge and injection. */
export const SmsContent = z.strictObject({
  text: about(
    'The text with merge fields {{name}}, 1 to 1600 characters before the opposition instructions.',
    z.string().check(z.minLength(1), z.maxLength(1600)),
  ),
});
export type SmsContent = z.infer<typeof SmsContent>;

/** The sender id and the text of an SMS made by another system. */
export const SmsBytes = z.strictObject({
  senderId: about(
    'The sender id, short code or number that the reader sees, at most 20 characters.',
    z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  ),
  text: about('The text as sent, at most 1600 characters.', z.string().check(z.maxLength(1600))),
});
export type SmsBytes = z.infer<typeof SmsBytes>;

export const sms = {
  name: 'sms',
  shortName: 'SMS',
  number: 2,
  address: 'phone',
  family: 'text',
  isElectronicMail: true,
  validityHours: 24,
  hours: 'texts',
  // End User Messaging takes one request a second of an account in France.
  pace: { recipients: 12, inFlight: 1, betweenMs: 1_000 },
  opposedBy: ['reply'],
  billed: { per: 'segment' },
  use: 'sent',
  content: z.strictObject({ sms: about('An SMS.', SmsContent) }),
  bytes: z.strictObject({ sms: about('An SMS.', SmsBytes) }),
} as const satisfies ChannelRecord;
