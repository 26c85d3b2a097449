import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Ledger, Person } from '../records/ledger.port.ts';

/** The person under this name, or what it is before anything is stored of it. */
const personOf = async (ledger: Ledger, access: AdvertiserAccess, person: string): Promise<Person> =>
  (await ledger.readPerson(access, person)) ?? { person, contacts: [], oppositions: [], lock: 0 };

/** The person that this one was merged into, or itself: also where what it was merged into has ended. */
export const survivorOf = async (ledger: Ledger, access: AdvertiserAccess, of: Person): Promise<Person> => {
  let last = of;
  // None leads to one that leads back: whoever is merged is of nobody that is merged.
  while (last.mergedInto !== undefined) {
    const next = await ledger.readPerson(access, last.mergedInto);
    if (next === undefined) return of;
    last = next;
  }
  return last;
};

/** True where a human said of this contact that it is not of that person. */
const wasUnlinkedFrom = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
  person: string,
): Promise<boolean> => {
  let current: string | undefined;
  for (const { type, person: linked } of await ledger.glimpse.events(access, contactId)) {
    if (type === 'person-linked') current = linked;
    if (type === 'person-unlinked' && current === person) return true;
  }
  return false;
};

/**
 * The person that a name leads to: after a merge the one that stayed. A contact that was unlinked from that one is of the former
 * person again, which then leads nowhere: the merge was a mistake.
 */
export const leadingTo = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  name: string,
  { contactId, person }: Standing,
): Promise<Person> => {
  const named = await personOf(ledger, access, name);
  if (named.mergedInto === undefined) return named;
  const survivor = await survivorOf(ledger, access, named);
  if (person !== undefined || survivor.person === named.person) return survivor;
  return (await wasUnlinkedFrom(ledger, access, contactId, survivor.person)) ? named : survivor;
};
