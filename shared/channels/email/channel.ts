import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { ChannelRecord } from '../record.ts';

/** E-mail content as its author wrote it, before merge and injection. */
export const EmailContent = z.strictObject({
  subject: about(
    'The subject, 1 to 500 characters; merge fields are {{name}}.',
    z.string().check(z.minLength(1), z.maxLength(500)),
  ),
  html: about('The HTML part with merge fields. Absent: there is none.', z.optional(z.string().check(z.minLength(1)))),
  text: about(
    'The plain text part with merge fields. Absent: it is made from the HTML.',
    z.optional(z.string().check(z.minLength(1))),
  ),
});
export type EmailContent = z.infer<typeof EmailContent>;

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const longText = (max: number) => z.string().check(z.maxLength(max));

/** The bytes of an e-mail made by another system. */
export const EmailBytes = z.strictObject({
  from: about(
    'The From header.',
    z.strictObject({
      address: about('The e-mail address, at most 254 characters.', text(254)),
      name: about('The display name, at most 200 characters. Absent: none is shown.', z.optional(text(200))),
    }),
  ),
  subject: about('The subject, decoded, at most 500 characters.', longText(500)),
  html: about('The HTML part, at most 262,144 characters. Absent: there is none.', z.optional(longText(262_144))),
  text: about('The plain text part, at most 262,144 characters. Absent: there is none.', z.optional(longText(262_144))),
  headers: about(
    'Other headers of the message, at most 50, List-Unsubscribe among them. Absent: none.',
    z._default(
      z
        .array(
          z.strictObject({
            name: about('The name of the header, at most 100 characters.', text(100)),
            value: about('Its value, unfolded, at most 995 characters.', longText(995)),
          }),
        )
        .check(z.maxLength(50)),
      [],
    ),
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
  opposedBy: ['link'],
  isReportedOn: true,
  billed: { per: 'message', list: { usd: 0.0001, asOf: '2026-11-27' } },
  use: 'sent',
  content: z.strictObject({ email: about('An e-mail, at most 256 KiB.', EmailContent) }),
  bytes: z.strictObject({ email: about('An e-mail.', EmailBytes) }),
} as const satisfies ChannelRecord;
