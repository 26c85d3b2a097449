import * as z from 'zod/mini';
import type { ChannelRecord } from '../record.ts';

/** E-mail content as its author wrote it, before merge and injection. */
export const EmailContent = z.strictObject({
  subject: z.string().check(z.minLength(1), z.maxLength(500)),
  html: z.optional(z.string().check(z.minLength(1))),
  text: z.optional(z.string().check(z.minLength(1))),
});
export type EmailContent = z.infer<typeof EmailContent>;

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** The bytes of an e-mail made elsewhere. */
export const EmailBytes = z.strictObject({
  from: z.strictObject({ address: text(254), name: z.optional(text(200)) }),
  subject: z.string().check(z.maxLength(500)),
  html: z.optional(z.string().check(z.maxLength(262_144))),
  text: z.optional(z.string().check(z.maxLength(262_144))),
  headers: z._default(
    z.array(z.strictObject({ name: text(100), value: z.string().check(z.maxLength(995)) })).check(z.maxLength(50)),
    [],
  ),
});
export type EmailBytes = z.infer<typeof EmailBytes>;

export const email = {
  name: 'email',
  number: 1,
  address: 'email',
  family: 'email',
  isElectronicMail: true,
  validityHours: 72,
  hours: 'any',
  hears: ['link'],
  use: 'sent',
  content: z.strictObject({ email: EmailContent }),
  bytes: z.strictObject({ email: EmailBytes }),
} as const satisfies ChannelRecord;
