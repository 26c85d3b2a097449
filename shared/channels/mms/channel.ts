import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { ChannelRecord } from '../record.ts';

/** The sender id and the text part of an MMS made by another system; what it attaches is not read. */
export const MmsBytes = z.strictObject({
  senderId: about(
    'The sender id, short code or number that the reader sees, at most 20 characters.',
    z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  ),
  text: about(
    'The text part as sent, at most 5000 characters. What it attaches is not read.',
    z.string().check(z.maxLength(5000)),
  ),
});
export type MmsBytes = z.infer<typeof MmsBytes>;

export const mms = {
  name: 'mms',
  number: 3,
  address: 'phone',
  family: 'text',
  isElectronicMail: true,
  validityHours: 24,
  hours: 'texts',
  opposedBy: ['reply'],
  use: 'judged',
  bytes: z.strictObject({ mms: about('An MMS.', MmsBytes) }),
} as const satisfies ChannelRecord;
