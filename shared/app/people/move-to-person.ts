import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
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
 * taken back. `merges`: the reference of the person that it leaves leads to the other one from then on. Throws `person-too-large`.
 */
export const moveToPerson = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  seen: Standing,
  person: string,
  how: { readonly actor: Actor; readonly at: Instant; readonly merges?: true },
): Promise<Link & Pick<AppendedWith, 'leaves'>> => {
  if (seen.person === person) return { events: [], others: [] };
  const { person: _former, ...alone } = seen;
  const link = await linkToPerson(ledger, access, alone, { person, others: [] }, how);
  const joined = link.person?.after;
  // Somebody merged them the other way meanwhile.
  if (joined?.person === seen.person) throw concurrentChange();
  const leaves = await leavingPerson(ledger, access, seen);
  if (how.merges === undefined || link.person === undefined || leaves === undefined) return { ...link, leaves };
  const { after } = link.person;
  const merged = [...new Set([...(after.merged ?? []), leaves.before.person, ...(leaves.before.merged ?? [])])];
  return {
    ...link,
    person: { ...link.person, after: { ...after, merged } },
    leaves: { ...leaves, after: { ...leaves.after, mergedInto: after.person } },
  };
};
