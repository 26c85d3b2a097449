import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import type { BegunErasure } from '#shared/domain/ledger/erasure.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import { sameHumanAs } from '../contacts/survivor.ts';
import { followedBy, MOST_FOLLOWED_IN_PARTS } from '../oppositions/person-oppositions.ts';
import type { GlimpsedEvent, Ledger } from '../records/ledger.port.ts';
import { formersIn, movesIn } from '../records/moves.ts';

/** The kind of address that the consents of a contact show; `undefined`: they show none, or both. */
const kindShownBy = (events: readonly GlimpsedEvent[]): AddressKind | undefined => {
  const channels = events.flatMap(({ consent }) => consent?.channels ?? []);
  const kinds = new Set(channels.flatMap((channel) => addressKindOf(channel) ?? []));
  return kinds.size === 1 ? [...kinds][0] : undefined;
};

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
  try {
    const standing = await ledger.readStanding(access, contactId);
    return standing === undefined || !isErased(standing);
  } catch (error) {
    if (isUnreadable(error)) return true;
    throw error;
  }
};

/** Where the person of a contact moved, by its standing or, where it has none, by its events. */
const movesOf = async (ledger: Ledger, access: AdvertiserAccess, contactId: ContactId) => {
  const { isThere: isKnown, movedTo } = await ledger.glimpse.contact(access, contactId);
  return isKnown && movedTo !== 'unreadable' ? movedTo : undefined;
};

const othersIn = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
  events: readonly GlimpsedEvent[],
): Promise<ContactId[]> => {
  const { person } = await ledger.glimpse.contact(access, contactId);
  const last = events.findLast(({ type }) => type === 'person-linked' || type === 'person-unlinked');
  const name = person ?? last?.person;
  const linked = new Set(name === undefined ? [] : await contactsOf(ledger, access, name));
  const followed = await followedBy(
    ledger,
    access,
    contactId,
    (each) => (each === contactId ? Promise.resolve(movesIn(events, each)) : movesOf(ledger, access, each)),
    MOST_FOLLOWED_IN_PARTS,
  );
  const others = [...new Set([...linked, ...followed, ...formersIn(events, contactId)])];
  const found: ContactId[] = [];
  // An erased contact has left its person; by a change of address it is named still.
  for (const each of others)
    if (each !== contactId && (linked.has(each) || (await isThere(ledger, access, each)))) found.push(each);
  return found;
};

/**
 * The other contacts of the person that a contact is of: those that are linked with it, and those of addresses that it followed or that
 * followed it; none that was erased.
 */
export const otherContactsOf = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<readonly ContactId[]> => othersIn(ledger, access, contactId, await ledger.glimpse.events(access, contactId));

/** What an erasure notes of its contact, as long as it is there to be read. */
export const begunErasure = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
  id: FactId,
): Promise<BegunErasure> => {
  const events = await ledger.glimpse.events(access, contactId);
  return {
    id,
    otherContacts: await othersIn(ledger, access, contactId, events),
    addressKind: kindShownBy(events),
  };
};
