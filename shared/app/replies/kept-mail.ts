import type { Instant } from '#shared/domain/ids.ts';
import { canOnlyHaveBeenRead } from '#shared/domain/retention/days-of-mails.ts';
import type { MailAsReceived, ReceivedMails } from './received-mails.port.ts';

/**
 * Applies the mail that was kept under a key, and removes it once that is done: one that cannot be applied stays, and its message comes again.
 * Resolves to what was applied; `undefined`: it was read before. Throws where it is gone without that being sure: it may have been an
 * opposition, so that a human has to see its message (GDPR art. 21, § 3).
 *
 * @param receivedAt absent: not known
 */
export const takeKeptMail = async <T>(
  mails: ReceivedMails,
  { key, receivedAt }: { readonly key: string; readonly receivedAt?: Instant | undefined },
  now: Instant,
  apply: (mail: MailAsReceived) => Promise<T>,
): Promise<T | undefined> => {
  const stored = await mails.read(key);
  if (stored === undefined) {
    if (canOnlyHaveBeenRead(receivedAt, now)) return undefined;
    throw new Error('A mail is gone that nobody is known to have read: it may have been an opposition.');
  }
  const applied = await apply(stored.mail);
  await mails.remove(key, stored.version);
  return applied;
};
