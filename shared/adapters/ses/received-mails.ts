import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import PostalMime, { type Address, type Attachment, addressParser } from 'postal-mime';
import type { MailAsReceived, ReceivedMails } from '#shared/app/replies/received-mails.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { declaredWindows1252, isUnreadable } from './undeclared-charset.ts';

interface Deps {
  readonly client: S3Client;
  readonly bucket: string;
}

/** What people write comes before what they attach: more is not read. */
const BYTES_READ = 2 * 1024 * 1024;

const unreachable = (cause: unknown) => dependencyUnavailable('The store of received mails', cause);

const isAbsent = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchKey';

/** Where lists put the sender whom they replace. */
const SENDERS = ['from', 'x-original-from'];

const addressesIn = (header: string): readonly string[] =>
  addressParser(header, { flatten: true }).flatMap(({ address }: Address) => address ?? []);

/** Mails within mails: nobody attaches them deeper. */
const MOST_LEVELS = 10;

const isMail = ({ mimeType, filename }: Attachment): boolean =>
  mimeType === 'message/rfc822' || mimeType === 'message/global' || /\.eml$/i.test(filename ?? '');

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);

type WithAttachments = Omit<MailAsReceived, 'attached' | 'isCut'> & { readonly attachments: readonly Attachment[] };

/** Forced: a mail within a mail would else be written into the text of the one that holds it. */
const READING = { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true } as const;

const parsed = async (bytes: Uint8Array): Promise<WithAttachments> => {
  const { headers, subject, text, html, attachments } = await PostalMime.parse(bytes, READING);
  const all = headers.map(({ key, value }) => ({ name: key, value }));
  const from = all.filter(({ name }) => SENDERS.includes(name)).flatMap(({ value }) => addressesIn(value));
  return { from: [...new Set(from)], subject, text, html, headers: all, attachments };
};

const readable = async (bytes: Uint8Array): Promise<WithAttachments> => {
  const mail = await parsed(bytes);
  if (![mail.subject, mail.text, mail.html].some(isUnreadable)) return mail;
  const other = await parsed(declaredWindows1252(bytes));
  const best = (part: 'subject' | 'text' | 'html') => (isUnreadable(mail[part]) ? other[part] : mail[part]);
  return { ...mail, subject: best('subject'), text: best('text'), html: best('html') };
};

const mailAt = async (bytes: Uint8Array, level: number): Promise<MailAsReceived> => {
  const { attachments, ...mail } = await readable(bytes);
  const all = attachments.filter(isMail);
  const mails = level < MOST_LEVELS ? all : [];
  const attached = await Promise.all(mails.map((each) => mailAt(bytesOf(each), level + 1)));
  return { ...mail, attached, isCut: mails.length < all.length };
};

/**
 * A mail as RFC 5322 and MIME write it, in whichever charset and encoding; what declares none and is no UTF-8 is read as windows-1252. Mails
 * that are attached to it, or lie in it beside its text, are read by themselves, at most ten in one another.
 */
export const mailIn = (bytes: Uint8Array): Promise<MailAsReceived> => mailAt(bytes, 0);

/** True of an answer to a range behind which its object goes on; where it does not say so, of one that has all that was asked for. */
const goesOn = (contentRange: string | undefined, read: number): boolean => {
  const total = /\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return total === undefined ? read >= BYTES_READ : Number(total) > read;
};

/** Of an object of a bucket that keeps no versions. */
const NO_VERSION = 'null';

/** Mails that SES wrote to S3, each removed in the version that was read. */
export const receivedMailsOf = ({ client, bucket: Bucket }: Deps): ReceivedMails => ({
  read: async (Key) => {
    try {
      const get = client.send(new GetObjectCommand({ Bucket, Key, Range: `bytes=0-${BYTES_READ - 1}` }));
      const { Body, ContentRange, VersionId = NO_VERSION } = await orUnavailable(get, unreachable, isAbsent);
      const body = Body?.transformToByteArray() ?? Promise.resolve(new Uint8Array());
      const bytes = await orUnavailable(body, unreachable);
      const mail = await mailIn(bytes);
      return { mail: { ...mail, isCut: mail.isCut || goesOn(ContentRange, bytes.length) }, version: VersionId };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  remove: async (Key, VersionId) => {
    await orUnavailable(client.send(new DeleteObjectCommand({ Bucket, Key, VersionId })), unreachable);
  },
});
