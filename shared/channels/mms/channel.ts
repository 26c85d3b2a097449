import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { Sha256 } from '#shared/domain/ids.ts';
import type { ChannelRecord } from '../record.ts';

/** Pictures that telephones of all makes show (OMA, MMS Conformance Document, image class). */
const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/gif'] as const;

/** A host by its name, without user, port, query or fragment. By hand: what reads URLs would be in every bundle. */
const MEDIA_URL =
  /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\/[\w\-./~%!$&'()*+,;=:@]*$/;

/** The picture of an MMS: where it is fetched from, and what must be found there. */
export const MmsMedia = z.strictObject({
  url: about(
    'Where the provider fetches it: an https URL without a query, the same for every reader.',
    z.string().check(z.maxLength(500), z.regex(MEDIA_URL, 'an https URL without user, query or fragment')),
  ),
  sha256: about('SHA-256 of the file, in hexadecimal: what has another is not sent.', Sha256),
  type: about('What it is.', z.enum(MEDIA_TYPES)),
  bytes: about('Its size in bytes.', z.int().check(z.gte(1), z.lte(2_000_000))),
});
export type MmsMedia = z.infer<typeof MmsMedia>;

/** MMS content before merge and injection: a text, and one picture. */
export const MmsContent = z.strictObject({
  text: about(
    'The text part with merge fields {{name}}, 1 to 1600 characters before the opposition instructions.',
    z.string().check(z.minLength(1), z.maxLength(1600)),
  ),
  media: about('The picture that goes with it.', MmsMedia),
});
export type MmsContent = z.infer<typeof MmsContent>;

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
  shortName: 'MMS',
  number: 3,
  address: 'phone',
  family: 'text',
  isElectronicMail: true,
  validityHours: 24,
  hours: 'texts',
  deliversUntil: 'lawful-hours',
  // As slowly as SMS, until a deployment says what its provider takes.
  pace: { recipients: 12, inFlight: 1, betweenMs: 1_000 },
  opposedBy: ['reply'],
  use: 'sent',
  content: z.strictObject({ mms: about('An MMS.', MmsContent) }),
  bytes: z.strictObject({ mms: about('An MMS.', MmsBytes) }),
} as const satisfies ChannelRecord;
