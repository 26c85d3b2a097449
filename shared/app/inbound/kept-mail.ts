import type { Instant } from '#shared/domain/ids.ts';
import { canOnlyHaveBeenRead } from '#shared/domain/retention/days-of-mails.ts';
import type { MailAsReceived, ReceivedMails } from './received-mails.port.ts';

/**
 * The mail that was kept under a key; `undefined`: it was read before. Throws where it is gone without that being sure: it may have been an
 * opposition, so that a human has to see its message (GDPR art. 21, § 3).
 *
 * @param receivedAt absent: not known
 */
export const keptMail = async (
  mails: Pick<ReceivedMails, 'read'>,
  { key, receivedAt }: { readonly key: string; readonly receivedAt?: Instant | undefined },
  now: Instant,
): Promise<MailAsReceived | undefined> => {
  const mail = await mails.read(key);
  if (mail !== undefined || canOnlyHaveBeenRead(receivedAt, now)) return mail;
  throw new Error('A mail is gone that nobody is known to have read: it may have been an opposition.');
};
