import * as z from 'zod/mini';
import type { ChannelRecord } from '../record.ts';

/** SMS content before merge and injection. */
export const SmsContent = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(1600)) });
export type SmsContent = z.infer<typeof SmsContent>;

/** The sender id and the text of an SMS made elsewhere. */
export const SmsBytes = z.strictObject({
  senderId: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  text: z.string().check(z.maxLength(1600)),
});
export type SmsBytes = z.infer<typeof SmsBytes>;

export const sms = {
  name: 'sms',
  number: 2,
  address: 'phone',
  family: 'text',
  isElectronicMail: true,
  validityHours: 24,
  hours: 'texts',
  hears: ['reply'],
  use: 'sent',
  content: z.strictObject({ sms: SmsContent }),
  bytes: z.strictObject({ sms: SmsBytes }),
} as const satisfies ChannelRecord;
