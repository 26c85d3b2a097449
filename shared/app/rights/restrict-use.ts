import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { type ContactId, contactIdOf, type FactId, type Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { ifReadable, storedUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import { sameHumanAs } from '../contacts/survivor.ts';
import { withAllAddresses } from '../contacts/whole-human.ts';
import { movesOfStanding } from '../contacts/whom-it-covers.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import type { AppendedWith, Ledger } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { restrictFrom } from './restrict-alike.ts';

export interface RestrictPorts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly pause: Pause;
}

export interface RestrictUse {
  readonly access: AdvertiserAccess;
  /** The restriction: it has the id of the request, at the contact which that names and wherever it followed. */
  readonly id: FactId;
  /** What the same address is called under other keys. */
  readonly otherIds?: readonly ContactId[] | undefined;
  readonly addressKind: AddressKind;
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** Whether it must still hold, as it is stored now. */
  readonly isDue: () => Promise<boolean>;
}

/**
 * Restricts the use of a contact, of one that nobody knows yet as well: once this resolves no vet allows anything to it, what is
 * queued included, neither its term nor a call removes its standing, and the old events and messages end by theirs. A contact that is
 * linked to the person meanwhile finds it there. Done again it changes nothing where it holds; where it does not, it is in force
 * again if `isDue` says so. Throws `concurrent-change`, `stored-unreadable`.
 */
export const restrictUse = ({ ledger, clock, pause }: RestrictPorts, command: RestrictUse): Promise<void> =>
  retryOnConflict(
    async () => {
      const { access, id, otherIds, addressKind, occurredAt, actor, isDue } = command;
      const contactId = contactIdOf(id);
      const known = await ledger.readStanding(access, contactId);
      // Asked after the standing was read: who lifts it decided so before.
      if (known?.restrictions?.includes(id) || !(await isDue())) return;
      const at = clock.now();
      const seen = known ?? emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind }, at);
      const event = { type: 'use-restricted' as const, id, occurredAt, actor };
      const person = await unchanged(ledger, access, seen);
      await appendToLedger(ledger, access, [{ contactId, otherIds, seen, events: [event] }], { at, person });
    },
    { pause, seed: command.id },
  );

/** The person of a contact as it is, written again: who is linked to it at the same time reads it again, and the restriction. */
const unchanged = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { person }: Standing,
): Promise<AppendedWith['person']> => {
  const before = person === undefined ? undefined : await ledger.readPerson(access, person);
  // Its contacts must be restricted too, and who they are is not known.
  if (person !== undefined && before === undefined) throw storedUnreadable();
  if (before === undefined) return undefined;
  const { lock: _, ...after } = before;
  return { before, after };
};

/**
 * Restricts whoever else the person of a restricted contact is: its other contacts, and those of all addresses before and after, also where
 * they became so meanwhile. Resolves to them. Throws as above.
 */
export const restrictOthers = async (
  { ledger, clock, pause }: RestrictPorts,
  { access, id, actor, known }: Pick<RestrictUse, 'access' | 'id' | 'actor'> & { readonly known: readonly ContactId[] },
): Promise<readonly ContactId[]> => {
  const contactId = contactIdOf(id);
  for (;;) {
    const others = [...new Set([...known, ...(await othersOf(ledger, access, contactId))])];
    const restrict = () => restrictFrom(ledger, access, contactId, others, { actor, at: clock.now() });
    if (!(await retryOnConflict(restrict, { pause, seed: `others/${id}` }))) return others;
  }
};

/** The other contacts of the person of a contact: a restriction is of all of them, as an opposition to everything is (D1). */
const othersOf = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<readonly ContactId[]> => {
  const person = (await ledger.readStanding(access, contactId))?.person;
  const known = person === undefined ? undefined : await ledger.readPerson(access, person);
  if (person !== undefined && known === undefined) throw storedUnreadable();
  const alike = known === undefined ? [] : [known, ...(await sameHumanAs(ledger, access, known))];
  const members = alike.flatMap(({ contacts }) => contacts);
  const movesOf = (former: ContactId) => ifReadable(ledger.readStanding(access, former)).then(movesOfStanding);
  const begin = [...new Set([contactId, ...members])];
  const all = await withAllAddresses({ eventsOf: ledger.glimpse.events, movesOf }, access, begin);
  return all.filter((each) => each !== contactId);
};

interface LiftRestriction extends Pick<RestrictUse, 'access' | 'id' | 'actor'> {
  /** Where to begin: absent, where it began itself. */
  readonly from?: ContactId | undefined;
}

/** Contacts that a lifting came by, with whether the restriction was in force there then. */
type Way = ReadonlyMap<ContactId, boolean>;

/**
 * Lifts a restriction wherever it followed, there first: who crashes in between finds the rest again. No other one of any contact is
 * lifted: another may be of a request that is being recorded. One that is not in force is left alone. Throws as above.
 */
export const liftRestriction = (
  ports: RestrictPorts,
  { access, id, actor, from: contactId = contactIdOf(id) }: LiftRestriction,
  way: Way = new Map(),
): Promise<void> => {
  const { ledger, clock, pause } = ports;
  return retryOnConflict(
    async () => {
      const seen = await ledger.readStanding(access, contactId);
      const isInForce = seen?.restrictions?.includes(id) ?? false;
      // An erasure ends it at one contact, and not where it followed; from there it may have come back.
      if (seen === undefined || (!isInForce && seen.erasedAt === undefined)) return;
      // Where it is in force on the way it is lifted once all ahead is.
      const ahead = way.has(contactId) ? [] : (seen.restrictedAlso ?? []).filter((each) => way.get(each) !== true);
      const further = new Map([...way, [contactId, isInForce]]);
      for (const each of ahead) await liftRestriction(ports, { access, id, actor, from: each }, further);
      if (!isInForce) return;
      const lifting = {
        type: 'restriction-lifted' as const,
        id: factIdOf(contactId, `lifting/${id}`),
        restrictionId: id,
        actor,
      };
      await appendToLedger(ledger, access, [{ contactId, seen, events: [lifting] }], { at: clock.now() });
    },
    { pause, seed: `lifting/${id}/${contactId}` },
  );
};
