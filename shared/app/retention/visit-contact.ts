import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { needless, standingOfEvents } from '#shared/domain/ledger/needed-events.ts';
import { isReduced } from '#shared/domain/ledger/reduced-standing.ts';
import { addYears, secondAfter } from '#shared/domain/time/instant.ts';
import { endOfProof, endOfUse, PROOF_YEARS } from '#shared/law/readings/proof.ts';
import { isUseOver, leftOfEnded } from '#shared/law/readings/what-is-left.ts';
import type { Clock } from '../clock.port.ts';
import type { Ledger, Person } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { EndingContacts, StoredContact } from './ending-contacts.port.ts';

export interface VisitPorts {
  readonly contacts: EndingContacts;
  readonly ledger: Pick<Ledger, 'readPerson'>;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly clock: Clock;
}

/** Whoever is in use is looked at once a year: the oldest of its events may be needed no more. */
const YEARS_BETWEEN_LOOKS = 1;

/** What of a contact is in use, and what is from before. */
interface Visit {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  readonly settings: Advertiser | undefined;
  readonly now: Instant;
  readonly stored: StoredContact;
}

const orAgain = (isDone: boolean): void => {
  if (!isDone) throw concurrentChange();
};

/**
 * Carries out what has ended of a contact: a standing without opposition goes; of one with an opposition the fingerprint, the
 * scope and the date remain; events of what is over go to the archive as long as they are proof; a person loses the contacts that are
 * gone. Resolves to when something ends next; `undefined`: nothing does. Throws `concurrent-change`, `stored-unreadable`.
 */
export const visitContact = async (
  ports: VisitPorts,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<Instant | undefined> => {
  const [stored, settings] = [await ports.contacts.read(access, contactId), await ports.advertisers.get(access)];
  const visit: Visit = { access, contactId, settings, now: ports.clock.now(), stored };
  const { standing: held } = stored;
  if (held === undefined) return endLife(ports, visit, stored.events);
  if (held.isExpired || isOver(held, visit)) return endStanding(ports, visit, held);
  const former = stored.events.filter(({ seq }) => seq < held.chainStart);
  await (former.length > 0 ? endProof(ports, visit, former) : shorten(ports, visit, held));
  if (isBare(held)) return undefined;
  await prolong(ports, visit, held);
  const look = addYears(visit.now, YEARS_BETWEEN_LOOKS);
  return [endOfUse(held.standing, settings) ?? look, look].toSorted()[0];
};

/** Terms that were lengthened since it was written hold for it too, and so does that nothing ends it any more. */
const prolong = async ({ contacts }: VisitPorts, { access, settings }: Visit, held: Held): Promise<void> => {
  if (held.expiresAt === undefined) return;
  const end = endOfUse(held.standing, settings);
  const expiresAt = end && secondAfter(end);
  if (expiresAt === undefined || expiresAt > held.expiresAt)
    orAgain(await contacts.prolong(access, held.standing, expiresAt));
};

type Held = NonNullable<StoredContact['standing']>;

/** Nothing more can be taken from it: it says who opposed, and its timeline begins after all that was before. */
const isBare = ({ standing, hasAddress, chainStart }: Held): boolean =>
  !hasAddress && chainStart > standing.seq && isReduced(standing);

/** Its use has ended, and more of it is stored than what remains. */
const isOver = (held: Held, { settings, now, stored }: Visit): boolean => {
  const lastRecordedAt = stored.events.at(-1)?.recordedAt ?? held.standing.firstRecordedAt;
  return !isBare(held) && isUseOver(held.standing, { settings, lastRecordedAt, now });
};

const endStanding = async (ports: VisitPorts, visit: Visit, { standing }: Held): Promise<undefined> => {
  const { access, stored } = visit;
  const left = leftOfEnded(standing);
  if (left === undefined) {
    orAgain(await ports.contacts.remove(access, standing));
    return endLife(ports, visit, stored.events);
  }
  orAgain(await ports.contacts.reduce(access, standing, left));
  return endProof(ports, visit, stored.events);
};

const whoseOf = ({ access, contactId, stored, now }: Visit, events: readonly LedgerEvent[]) => ({
  advertiserId: access.advertiserId,
  contactId,
  addressKind: stored.standing?.standing.addressKind ?? KIND_NOT_KNOWN,
  firstRecordedAt: events[0]?.recordedAt ?? now,
});

/** A contact without standing: its person knows it no more, and what happened to it is proof. */
const endLife = async (ports: VisitPorts, visit: Visit, events: readonly LedgerEvent[]): Promise<undefined> => {
  const { person } = standingOfEvents(whoseOf(visit, events), events);
  if (person !== undefined) await leave(ports, visit, person);
  return endProof(ports, visit, events);
};

const leave = async ({ ledger, contacts }: VisitPorts, { access, contactId }: Visit, name: string): Promise<void> => {
  const before = await ledger.readPerson(access, name);
  if (before === undefined || !before.contacts.includes(contactId)) return;
  const left = before.contacts.filter((each) => each !== contactId);
  const { lock: _, ...rest } = before;
  const isOver = left.length === 0 && before.oppositions.length === 0;
  const leads = isOver ? await leadsTo(ledger, access, before) : [];
  orAgain(await contacts.leavePerson(access, contactId, before, isOver ? { leads } : { ...rest, contacts: left }));
};

/**
 * What leads to a person since it was merged into it, and to nobody else by now, the nearest first: it goes with it. One that has contacts stays, and what
 * leads to that one: the merge was cut short.
 */
const leadsTo = async (
  ledger: VisitPorts['ledger'],
  access: AdvertiserAccess,
  { person, merged = [] }: Person,
): Promise<readonly Person[]> => {
  const found = await Promise.all(merged.map((each) => ledger.readPerson(access, each)));
  const empty = found.flatMap((lead) => (lead?.contacts.length === 0 && lead.oppositions.length === 0 ? [lead] : []));
  const leads: Person[] = [];
  const near = new Set([person]);
  for (const name of near)
    for (const lead of empty.filter(({ mergedInto, person: own }) => mergedInto === name && !near.has(own))) {
      near.add(lead.person);
      leads.push(lead);
    }
  return leads;
};

/** Until when events are proof; the rest of those of which a run that was cut short archived some, as long as these. */
const untilOf = (visit: Visit, events: readonly LedgerEvent[]): Instant => {
  const { archived } = visit.stored;
  return archived !== undefined && archived.upTo === events.at(-1)?.seq
    ? archived.until
    : endOfProof(events, standingOfEvents(whoseOf(visit, events), events), visit.settings);
};

/** Events that nothing is in use of: they are proof in the archive alone, which ends by itself, or none any more. */
const endProof = async ({ contacts }: VisitPorts, visit: Visit, events: readonly LedgerEvent[]): Promise<undefined> => {
  if (events.length === 0) return;
  const { access, contactId, now } = visit;
  const until = untilOf(visit, events);
  const term = { endedAt: addYears(until, -PROOF_YEARS), until };
  orAgain(
    until < now
      ? await contacts.removeEvents(access, contactId, events)
      : await contacts.archiveEvents(access, contactId, events, term),
  );
};

/** The oldest events of a contact in use that were needed no more when the term of proof began. */
const shorten = async ({ contacts }: VisitPorts, visit: Visit, { standing, chainStart }: Held): Promise<undefined> => {
  const { access, contactId, stored, now } = visit;
  const count = needless(whoseOf(visit, stored.events), stored.events, addYears(now, -PROOF_YEARS));
  if (count === 0) return;
  const events = stored.events.slice(0, count);
  orAgain(await contacts.removeEvents(access, contactId, events, { seq: standing.seq, chainStart }));
};
