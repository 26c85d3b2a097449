import * as z from 'zod/mini';

/** A slug that the caller chooses: lower-case letters, digits and hyphens, 1 to 40 characters. */
const slug = () =>
  z
    .string()
    .check(
      z.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, 1 to 40 characters'),
    );

/** An advertiser (annonceur): one legal person. */
export const AdvertiserId = slug().brand<'AdvertiserId'>();
export type AdvertiserId = z.infer<typeof AdvertiserId>;

export const FormId = slug().brand<'FormId'>();
export type FormId = z.infer<typeof FormId>;

export const TemplateId = slug().brand<'TemplateId'>();
export type TemplateId = z.infer<typeof TemplateId>;

/** A version of a form or template: the caller's own label, immutable once stored. */
export const VersionLabel = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'letters, digits, dots and hyphens, 1 to 40 characters'));

/** A category of goods or services, the advertiser's own word: `wine`, `running-shoes`. */
export const OfferCategory = slug();

/**
 * One address at one advertiser: `v<key>n<normalisation>.` and 43 characters of base64url, made by
 * `shared/domain/contact/fingerprint.ts`. It shows nothing of the address to one who lacks the key.
 */
export const ContactId = z
  .string()
  .check(z.regex(/^v\d{1,9}n\d{1,9}\.[A-Za-z0-9_-]{43}$/, 'not a contact id'))
  .brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

/** A fact about a contact (consent, sale, opposition): `<contactId>.<16 characters>`, so that it finds its contact. */
export const FactId = z
  .string()
  .check(z.regex(/^v\d{1,9}n\d{1,9}\.[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{16}$/, 'not an id of this kind'))
  .brand<'FactId'>();
export type FactId = z.infer<typeof FactId>;

/** A single message: `msg_` and 22 characters of base64url. */
export const MessageId = z
  .string()
  .check(z.regex(/^msg_[A-Za-z0-9_-]{22}$/, 'not a message id'))
  .brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

/** A file that a caller uploads: `upl_` and 22 characters of base64url. */
export const UploadId = z
  .string()
  .check(z.regex(/^upl_[A-Za-z0-9_-]{22}$/, 'not the id of an upload'))
  .brand<'UploadId'>();
export type UploadId = z.infer<typeof UploadId>;

/** Work that goes on after it was asked for: `job_` and 22 characters of base64url. */
export const JobId = z
  .string()
  .check(z.regex(/^job_[A-Za-z0-9_-]{22}$/, 'not the id of a job'))
  .brand<'JobId'>();
export type JobId = z.infer<typeof JobId>;

/** A list of contacts for campaigns: `lst_` and 22 characters of base64url. */
export const AudienceListId = z
  .string()
  .check(z.regex(/^lst_[A-Za-z0-9_-]{22}$/, 'not the id of a list'))
  .brand<'AudienceListId'>();
export type AudienceListId = z.infer<typeof AudienceListId>;

/** The contact that a fact id belongs to. */
export const contactIdOf = (id: FactId): ContactId => id.slice(0, id.lastIndexOf('.')) as ContactId;

/** An instant: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'an instant in UTC'))
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal'));

const SIREN = /^\d{9}$/;

/**
 * Nine digits whose Luhn sum is a multiple of ten: from the right, every second digit counts twice, less nine where that
 * makes two digits (ISO/IEC 7812-1, as INSEE uses it for the SIREN). Nine zeros are nobody’s.
 */
export const isSiren = (text: string): boolean => {
  if (!SIREN.test(text) || /^0+$/.test(text)) return false;
  const sum = [...text].reverse().reduce((total, digit, index) => {
    const counted = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
};

/** SIREN: the nine digits of a French legal person (INSEE), of which the last is a check digit. */
export const Siren = z
  .string()
  .check(
    z.regex(SIREN, { error: 'the nine digits of a SIREN', abort: true }),
    z.refine(isSiren, 'not a SIREN: its check digit is wrong'),
  );

/** A telephone number in E.164. */
export const PhoneNumber = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/, 'an E.164 number'));
