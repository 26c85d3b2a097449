import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import { ifReadable, isUnreadable } from '#shared/domain/unreadable.ts';
import type { GlimpsedEvent, Ledger } from '../records/ledger.port.ts';
import { allFormersOf, movesIn, personIn } from '../records/moves.ts';
import { sameHumanAs } from './survivor.ts';
import { followedBy, MOST_FOLLOWED_IN_PARTS } from './whom-it-covers.ts';

/** The contacts of a person, and of those that it is one human with, as far as they can be read. */
const contactsOf = async (ledger: Ledger, access: AdvertiserAccess, name: string): Promise<readonly ContactId[]> => {
  try {
    const person = await ledger.readPerson(access, name);
    if (person === undefined) return [];
    return [person, ...(await sameHumanAs(ledger, access, person))].flatMap(({ contacts }) => contacts);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return (await ledger.glimpse.contactsOf(access, name)).contacts;
  }
};

/** False for a contact that was erased, and of which nothing was recorded since. One that cannot be read counts as there. */
const isThere = async (ledger: Ledger, access: AdvertiserAccess, contactId: ContactId): Promise<boolean> => {
  const standing = await ifReadable(ledger.readStanding(access, contactId));
  return standing === undefined || !isErased(standing);
};

/** Where the person of a contact moved, by its standing or, where it has none, by its events. */
const movesOf = async (ledger: Ledger, access: AdvertiserAccess, contactId: ContactId) => {
  const { isThere: isKnown, movedTo } = await ledger.glimpse.contact(access, contactId);
  return isKnown && movedTo !== 'unreadable' ? movedTo : undefined;
};

/**
 * The other contacts of the person that a contact is of, none of which was erased: those that are linked with it, or with a person that is one
 * human with its own, and those of all addresses that came before or after, also by way of one that was erased. A contact that cannot be
 * read counts as there.
 *
 * @param seen the events of the contact; absent: they are read
 */
export const othersOfPerson = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
  seen?: readonly GlimpsedEvent[],
): Promise<readonly ContactId[]> => {
  const events = seen ?? (await ledger.glimpse.events(access, contactId));
  const { person } = await ledger.glimpse.contact(access, contactId);
  const name = person ?? personIn(events);
  const linked = new Set(name === undefined ? [] : await contactsOf(ledger, access, name));
  const after = await followedBy(
    ledger,
    access,
    contactId,
    async (each) => (each === contactId ? (movesIn(events, each) ?? []) : movesOf(ledger, access, each)),
    MOST_FOLLOWED_IN_PARTS,
  );
  const before = await allFormersOf(contactId, async (each) =>
    each === contactId ? events : ledger.glimpse.events(access, each),
  );
  const found: ContactId[] = [];
  // An erased contact has left its person; by a change of address it is named still.
  for (const each of new Set([...linked, ...after, ...before]))
    if (each !== contactId && (linked.has(each) || (await isThere(ledger, access, each)))) found.push(each);
  return found;
};
