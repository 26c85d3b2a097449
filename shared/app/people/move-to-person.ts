import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Link, linkToPerson } from '../contacts/link-to-person.ts';
import type { AppendedWith, Ledger } from '../records/ledger.port.ts';

/** The person of a contact, without it; nothing where it has none, or none is stored. */
export const leavingPerson = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { person, contactId }: Standing,
): Promise<AppendedWith['leaves']> => {
  const before = person === undefined ? undefined : await ledger.readPerson(access, person);
  if (before === undefined) return undefined;
  const { lock: _, ...rest } = before;
  return { before, after: { ...rest, contacts: before.contacts.filter((each) => each !== contactId) } };
};

/**
 * What it takes to make a contact one of a person, which leaves the person that it was of: oppositions go both ways, and none is
 * taken back. Throws `person-too-large`.
 */
export const moveToPerson = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  seen: Standing,
  person: string,
  how: { readonly actor: Actor; readonly at: Instant },
): Promise<Link & Pick<AppendedWith, 'leaves'>> => {
  if (seen.person === person) return { events: [], others: [] };
  const { person: _former, ...alone } = seen;
  const link = await linkToPerson(ledger, access, alone, { person, others: [] }, how);
  return { ...link, leaves: await leavingPerson(ledger, access, seen) };
};
