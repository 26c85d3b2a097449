import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Ledger } from '../../records/ledger.port.ts';

/**
 * The contact that a request names, and every other contact that is certainly of the same person: the person's item names it, and its own
 * standing says so, too. Where the two do not agree (a link that was undone, one under way, one that cannot be read any more), it is left out: what is
 * given to the wrong person is not taken back. An address that was changed is of one person, or it is of none and stays apart.
 */
export const contactsOfPerson = async (
  ledger: Pick<Ledger, 'readStanding' | 'readPerson'>,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<readonly ContactId[]> => {
  const person = (await ledger.readStanding(access, contactId))?.person;
  const known = person === undefined ? undefined : await ledger.readPerson(access, person);
  if (!known?.contacts.includes(contactId)) return [contactId];
  const found: ContactId[] = [contactId];
  for (const each of known.contacts)
    if (each !== contactId && (await ledger.readStanding(access, each))?.person === person) found.push(each);
  return found;
};
