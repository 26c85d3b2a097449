import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { PhoneNumber } from '#shared/domain/advertiser/texts.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const longText = (max: number) => z.string().check(z.maxLength(max));

const senderId = about('The sender id, short code or number that the reader sees, at most 20 characters.', text(20));

const Email = z.strictObject({
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

const Sms = z.strictObject({ senderId, text: about('The text as sent, at most 1600 characters.', longText(1600)) });

const Mms = z.strictObject({
  senderId,
  text: about('The text part as sent, at most 5000 characters. What it attaches is not read.', longText(5000)),
});

const AutomatedCall = z.strictObject({
  callerId: about('The number that the call shows, in E.164.', PhoneNumber),
  script: about(
    'The words spoken, as plain text or SSML, at most 20,000 characters; keys and numbers as digits.',
    longText(20_000),
  ),
});

/** The very bytes of a message that is sent elsewhere: checked, nothing injected (P3). One of the four. */
export const FinalBytes = named(
  'FinalBytes',
  z.union([
    z.strictObject({ email: about('An e-mail.', Email) }),
    z.strictObject({ sms: about('An SMS.', Sms) }),
    z.strictObject({ mms: about('An MMS.', Mms) }),
    z.strictObject({ automatedCall: about('An automated call.', AutomatedCall) }),
  ]),
);
