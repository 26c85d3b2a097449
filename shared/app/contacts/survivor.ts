import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Ledger, Person } from '../records/ledger.port.ts';

/** The person under this name, or what it is before anything is stored of it. */
const personOf = async (ledger: Ledger, access: AdvertiserAccess, person: string): Promise<Person> =>
  (await ledger.readPerson(access, person)) ?? { person, contacts: [], oppositions: [], lock: 0 };

/** Those that a person was merged into, one into the next; none where the last of them has ended. */
const mergedIntoOf = async (ledger: Ledger, access: AdvertiserAccess, of: Person): Promise<readonly Person[]> => {
  const found: Person[] = [];
  // None leads to one that leads back: whoever is merged is of nobody that is merged.
  for (let last = of; last.mergedInto !== undefined; ) {
    const next = await ledger.readPerson(access, last.mergedInto);
    if (next === undefined) return [];
    found.push(next);
    last = next;
  }
  return found;
};

/** The person that this one was merged into, or itself: also where what it was merged into has ended. */
export const survivorOf = async (ledger: Ledger, access: AdvertiserAccess, of: Person): Promise<Person> =>
  (await mergedIntoOf(ledger, access, of)).at(-1) ?? of;

/**
 * The other persons that are one human with this one and have contacts: what it was merged into and what was merged into it, as long as
 * the merge is not complete. Throws `stored-unreadable`.
 */
export const sameHumanAs = async (ledger: Ledger, access: AdvertiserAccess, of: Person): Promise<readonly Person[]> => {
  const above = await mergedIntoOf(ledger, access, of);
  const names = new Set([of, ...above].flatMap(({ merged = [] }) => merged));
  for (const { person } of [of, ...above]) names.delete(person);
  const found = await Promise.all([...names].map((each) => ledger.readPerson(access, each)));
  const leading = found.filter((each) => each !== undefined);
  const alike = new Set([of, ...above].map(({ person }) => person));
  for (const name of alike) for (const lead of leading) if (lead.mergedInto === name) alike.add(lead.person);
  return [...above, ...leading.filter(({ person }) => alike.has(person))].filter(({ contacts }) => contacts.length > 0);
};

/** The persons that a human said this contact is not of, and to which nobody linked it since. */
const unlinkedFrom = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<ReadonlySet<string>> => {
  const unlinked = new Set<string>();
  let current: string | undefined;
  for (const { type, person: linked } of await ledger.glimpse.events(access, contactId)) {
    if (type === 'person-linked') current = linked;
    if (current === undefined) continue;
    if (type === 'person-linked') unlinked.delete(current);
    if (type === 'person-unlinked') unlinked.add(current);
  }
  return unlinked;
};

/**
 * The person that a name leads to: after a merge the one that stayed. A contact that was unlinked from one on
 * the way is of the one before again, which then leads nowhere: the merge was a mistake.
 */
export const leadingTo = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  name: string,
  { contactId, person }: Standing,
): Promise<Person> => {
  const named = await personOf(ledger, access, name);
  if (named.mergedInto === undefined) return named;
  const way = [named, ...(await mergedIntoOf(ledger, access, named))];
  if (person !== undefined) return way.at(-1) ?? named;
  const unlinked = await unlinkedFrom(ledger, access, contactId);
  const mistaken = way.findIndex((each, index) => index > 0 && unlinked.has(each.person));
  return way.at(mistaken === -1 ? -1 : mistaken - 1) ?? named;
};
