import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { ifReadable } from '#shared/domain/unreadable.ts';
import { copyTo, isSameAct, standingOf } from '../oppositions/person-oppositions.ts';
import { appendToLedger, type LedgerChange } from '../records/append-to-ledger.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { withAllAddresses } from './whole-human.ts';
import { movesOfStanding } from './whom-it-covers.ts';

interface By {
  readonly actor: Actor;
  readonly at: Instant;
}

/** True for what a standing, or a person, has not got by any way. */
export const isNewTo =
  ({ oppositions }: { readonly oppositions: readonly Opposition[] }) =>
  (one: Opposition): boolean =>
    !oppositions.some((each) => isSameAct(each, one));

/** What one contact says, and the contacts to which that goes. */
interface Spread {
  readonly from: ContactId;
  readonly own: readonly Opposition[];
  readonly to: readonly ContactId[];
}

/** What writes oppositions of one contact to others that have not got them. */
export const copiesAt = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { from, own, to }: Spread,
  { actor, at }: By,
): Promise<readonly LedgerChange[]> => {
  if (own.length === 0) return [];
  const others = to.filter((contactId) => contactId !== from);
  const changes = await Promise.all(
    others.map(async (contactId) => {
      const seen = await standingOf(ledger, access, contactId, at);
      return { contactId, seen, events: own.filter(isNewTo(seen)).map((each) => copyTo(contactId, from, each, actor)) };
    }),
  );
  return changes.filter(({ events }) => events.length > 0);
};

/** The addresses that came before or after one of these contacts, without these. Of a contact that cannot be read its events say it. */
export const addressesBeside = async (
  { readStanding, glimpse: { events: eventsOf } }: Ledger,
  access: AdvertiserAccess,
  contacts: readonly ContactId[],
): Promise<readonly ContactId[]> => {
  const movesOf = async (each: ContactId) => movesOfStanding(await ifReadable(readStanding(access, each)));
  const all = await withAllAddresses({ eventsOf, movesOf }, access, contacts);
  return all.filter((each) => !contacts.includes(each));
};

/**
 * Writes at once, before two contacts become of one human, what one of them opposes to the addresses of the other, each in a transaction of its
 * own: whoever dies in between does it again. One that has it already is left as it is.
 */
export const spreadBefore = async (ledger: Ledger, access: AdvertiserAccess, spread: Spread, by: By): Promise<void> => {
  for (const change of await copiesAt(ledger, access, spread, by))
    await appendToLedger(ledger, access, [change], { at: by.at });
};
