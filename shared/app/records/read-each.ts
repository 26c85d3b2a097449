import type { ContactId } from '#shared/domain/ids.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';

/** What can be read of these contacts, all at once, and why another cannot. Throws what fails otherwise. */
export const readEach = async <T>(
  contacts: readonly ContactId[],
  read: (contactId: ContactId) => Promise<T>,
): Promise<{ readonly read: readonly T[]; readonly unread: unknown }> => {
  const all = await Promise.allSettled(contacts.map(read));
  const failures = all.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
  const other = failures.find((reason) => !isUnreadable(reason));
  if (other !== undefined) throw other;
  return { read: all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])), unread: failures[0] };
};
