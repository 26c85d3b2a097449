import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
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

/** What writes oppositions of one contact to others that have not got them. */
export const copiesAt = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  from: ContactId,
  own: readonly Opposition[],
  to: readonly ContactId[],
  { actor, at }: By,
): Promise<readonly LedgerChange[]> => {
  const others = own.length === 0 ? [] : to.filter((contactId) => contactId !== from);
  const changes = await Promise.all(
    others.map(async (contactId) => {
      const seen = await standingOf(ledger, access, contactId, at);
      const events = own.filter(isNewTo(seen)).map((each) => copyTo(contactId, from, each, actor));
      return { contactId, seen, events };
    }),
  );
  return changes.filter(({ events }) => events.length > 0);
};

/** The addresses that came before or after one of these contacts, without these. Of a contact that cannot be read its events say it. */
export const addressesBeside = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contacts: readonly ContactId[],
): Promise<readonly ContactId[]> => {
  const readable = (contactId: ContactId) =>
    ledger.readStanding(access, contactId).catch((error: unknown) => {
      if (isUnreadable(error)) return undefined;
      throw error;
    });
  const movesOf = (each: ContactId) => readable(each).then(movesOfStanding);
  const all = await withAllAddresses({ eventsOf: ledger.glimpse.events, movesOf }, access, contacts);
  return all.filter((each) => !contacts.includes(each));
};

/**
 * Writes at once, before two contacts become of one human, what one of them opposes to the addresses of the other, each in a transaction of its
 * own: whoever dies in between does it again. One that has it already is left as it is.
 */
export const spreadBefore = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  from: ContactId,
  own: readonly Opposition[],
  to: readonly ContactId[],
  by: By,
): Promise<void> => {
  for (const change of await copiesAt(ledger, access, from, own, to, by))
    await appendToLedger(ledger, access, [change], { at: by.at });
};
