import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Actor, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Link } from '../contacts/link-to-person.ts';
import { addressesBeside, isNewTo, spreadBefore } from '../contacts/spread-at-join.ts';
import { isOfThePerson } from '../contacts/whom-it-covers.ts';
import { copyTo } from '../oppositions/person-oppositions.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { followTo, restrictFrom } from '../rights/restrict-alike.ts';
import { moveToPerson } from './move-to-person.ts';

/** What both addresses of a change get of the other, and of the person of either. */
interface AsOnePerson extends Omit<Link, 'events'> {
  readonly toNew: readonly NewLedgerEvent[];
  readonly toFormer: readonly NewLedgerEvent[];
}

/** Whichever of the two is of no person becomes one of the other's. */
export const asOnePerson = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { former, seen }: { readonly former: Standing; readonly seen: Standing },
  how: { readonly actor: Actor; readonly at: Instant },
): Promise<AsOnePerson> => {
  const [joining, person] = former.person === undefined ? [former, seen.person] : [seen, former.person];
  if (person === undefined) return bothWays(ledger, access, { former, seen }, how);
  const { events, leaves: _none, ...link } = await moveToPerson(ledger, access, joining, person, how);
  return joining === seen ? { ...link, toNew: events, toFormer: [] } : { ...link, toNew: [], toFormer: events };
};

/**
 * What a person said at one of two addresses of nobody goes to the other and to all before and after it, as when a contact is linked: the rest is
 * written at once, and `concurrent-change` thrown where that was a restriction.
 */
const bothWays = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { former, seen }: { readonly former: Standing; readonly seen: Standing },
  how: { readonly actor: Actor; readonly at: Instant },
): Promise<AsOnePerson> => {
  const restricted = followTo(former, [seen], how);
  const said = seen.oppositions.filter(isOfThePerson).filter(isNewTo(former));
  const toFormer = [
    ...restricted.atTarget,
    ...said.map((each) => copyTo(former.contactId, seen.contactId, each, how.actor)),
  ];
  const before = await addressesBeside(ledger, access, [former.contactId]);
  const changes = { toNew: [], toFormer, others: restricted.atSources };
  if (before.includes(seen.contactId)) return changes;
  const after = await addressesBeside(ledger, access, [seen.contactId]);
  const ways = [
    [seen, before],
    [former, after],
  ] as const;
  let isWritten = false;
  for (const [from, to] of ways) {
    const own = from.oppositions.filter(isOfThePerson);
    await spreadBefore(ledger, access, { from: from.contactId, own, to }, how);
    isWritten = (await restrictFrom(ledger, access, from.contactId, to, how)) || isWritten;
  }
  if (isWritten) throw concurrentChange();
  return changes;
};
