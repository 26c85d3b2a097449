import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import PostalMime, { type Address, addressParser } from 'postal-mime';
import type { MailAsReceived, ReceivedMails } from '#shared/app/inbound/received-mails.port.ts';
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

const parsed = async (bytes: Uint8Array): Promise<MailAsReceived> => {
  const { headers, subject, text, html } = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  const all = headers.map(({ key, value }) => ({ name: key, value }));
  const from = all.filter(({ name }) => SENDERS.includes(name)).flatMap(({ value }) => addressesIn(value));
  return { from: [...new Set(from)], subject, text, html, headers: all };
};

/** A mail as RFC 5322 and MIME write it, in whichever charset and encoding; what declares none and is no UTF-8 is read as windows-1252. */
export const mailIn = async (bytes: Uint8Array): Promise<MailAsReceived> => {
  const mail = await parsed(bytes);
  if (![mail.subject, mail.text, mail.html].some(isUnreadable)) return mail;
  const other = await parsed(declaredWindows1252(bytes));
  const readable = (part: 'subject' | 'text' | 'html') => (isUnreadable(mail[part]) ? other[part] : mail[part]);
  return { ...mail, subject: readable('subject'), text: readable('text'), html: readable('html') };
};

/** Mails that SES wrote to S3, each with all its versions. */
export const receivedMailsOf = ({ client, bucket: Bucket }: Deps): ReceivedMails => ({
  read: async (Key) => {
    try {
      const get = client.send(new GetObjectCommand({ Bucket, Key, Range: `bytes=0-${BYTES_READ - 1}` }));
      const { Body } = await orUnavailable(get, unreachable, isAbsent);
      return await mailIn(
        await orUnavailable(Body?.transformToByteArray() ?? Promise.resolve(new Uint8Array()), unreachable),
      );
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  remove: async (Key) => {
    try {
      const get = client.send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=0-0' }));
      const { VersionId } = await orUnavailable(get, unreachable, isAbsent);
      await orUnavailable(
        client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: VersionId ?? 'null' })),
        unreachable,
      );
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  },
});
