import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { recordEvents } from '#shared/domain/ledger/next-standing.ts';
import { applyEvent, emptyStanding } from '#shared/domain/ledger/standing.ts';
import { isUnreadable, storedUnreadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import { withAllAddresses } from '../contacts/whole-human.ts';
import { followedBy, isOfThePerson, MOST_FOLLOWED } from '../contacts/whom-it-covers.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { GlimpsedContact, GlimpsedEvent, Ledger, LedgerWrite, WriteBeside } from '../records/ledger.port.ts';
import { movesIn, personIn } from '../records/moves.ts';
import { actAfter, type RegisteredOpposition, type RegisterOpposition } from './act-of-opposition.ts';
import { copyTo, oppositionEvent } from './person-oppositions.ts';

interface Ports {
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/**
 * Registers an opposition at a contact of which something stored cannot be read, and of its whole person where it speaks
 * for it: no standing, event or person is parsed. The contact stays unreadable, so that nothing is sent to it, and has the
 * opposition once it is repaired. The same request again resolves to the first result. Throws `stored-unreadable`, once it
 * is written where it can be, if some contacts of the person are not known; `concurrent-change`, to be tried again.
 */
export const registerBeside = async (ports: Ports, command: RegisterOpposition): Promise<RegisteredOpposition> => {
  const { access, contactId } = command;
  const repeated = await wasSent(ports.ledger, command);
  if (repeated === 'no') return write(ports, command);
  if (repeated === 'unreadable') return registerBeside(ports, actAfter(command, repeated));
  const id = factIdOf(contactId, command.requestId);
  const events = await ports.ledger.glimpse.events(access, contactId);
  const first = events.find((event) => event.id === id);
  const since = first === undefined ? mayLiftAfter(events, 0) : await liftedSince(ports, command, events, first);
  if (first !== undefined && since === undefined) return { id, recordedAt: first.recordedAt ?? ports.clock.now() };
  return registerBeside(ports, actAfter(command, since ?? 'lost'));
};

const wasSent = async (ledger: Ledger, command: RegisterOpposition): Promise<'yes' | 'no' | 'unreadable'> => {
  try {
    return (await isRepeated(ledger, command.access, command, command)) ? 'yes' : 'no';
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable';
    throw error;
  }
};

/** Events after which an earlier opposition holds as it did. */
const LIFTS_NOTHING: ReadonlySet<string | undefined> = new Set<NewLedgerEvent['type']>([
  'contact-declared',
  'person-linked',
  'person-unlinked',
  'address-changed',
  'consent-withdrawn',
  'consent-invalidated',
  'opposition-registered',
  'activity-recorded',
  'use-restricted',
  'restriction-lifted',
]);

/** Position of the latest event after this one that may have lifted or annulled it; one that cannot be read may. */
const mayLiftAfter = (events: readonly GlimpsedEvent[], seq: number): number | undefined =>
  events.findLast((event) => event.seq > seq && !LIFTS_NOTHING.has(event.type))?.seq;

/**
 * Where something came after an act that may have lifted it, at its own contact or at another that it covers. `undefined`: nowhere, or a
 * dated act, which is the same however often it is reported.
 */
const liftedSince = async (
  ports: Ports,
  command: RegisterOpposition,
  events: readonly GlimpsedEvent[],
  first: GlimpsedEvent,
): Promise<number | string | undefined> => {
  if (command.occurredAt !== undefined) return undefined;
  const own = mayLiftAfter(events, first.seq);
  if (own !== undefined) return own;
  const { others } = await coveredAsRead(ports, command, await glimpsed(ports, command.access, command.contactId));
  const found = await Promise.all(
    others.map(async (other) => {
      const there = await ports.ledger.glimpse.events(command.access, other);
      const copy = there.find(({ id }) => id === factIdOf(other, factIdOf(command.contactId, command.requestId)));
      const later = there.filter(({ recordedAt = '' }) => copy !== undefined || recordedAt > (first.recordedAt ?? ''));
      const seq = mayLiftAfter(later, copy?.seq ?? 0);
      return seq === undefined ? [] : [`${other}/${seq}`];
    }),
  );
  return found.flat().length === 0 ? undefined : found.flat().toSorted().join(' ');
};

/** The person of a contact, also where its standing no longer says it. */
const personOf = async ({ ledger }: Ports, { access, contactId }: RegisterOpposition, { person }: GlimpsedContact) => {
  if (person !== undefined) return person;
  return personIn(await ledger.glimpse.events(access, contactId));
};

/** What can be read of a contact; where the person moved by its events, where no standing says it. */
const glimpsed = async ({ ledger }: Ports, access: AdvertiserAccess, contactId: ContactId) => {
  const contact = await ledger.glimpse.contact(access, contactId);
  const { isThere, movedTo } = contact;
  if (isThere && movedTo !== 'unreadable') return { ...contact, movedTo };
  return { ...contact, movedTo: movesIn(await ledger.glimpse.events(access, contactId), contactId) };
};

/** Whom an act covers beside its own contact, as far as that can be read, and the person for whom it speaks. */
const coveredAsRead = async (
  ports: Ports,
  command: RegisterOpposition,
  contact: Awaited<ReturnType<typeof glimpsed>>,
) => {
  const { ledger } = ports;
  const { access, contactId } = command;
  const person = isOfThePerson(command) ? await personOf(ports, command, contact) : undefined;
  const known = person === undefined ? undefined : await ledger.glimpse.contactsOf(access, person);
  const movesOf = async (former: ContactId) => (await glimpsed(ports, access, former)).movedTo ?? [];
  const linked = [...(known?.contacts ?? []), contactId];
  const others = isOfThePerson(command)
    ? await withAllAddresses({ eventsOf: ledger.glimpse.events, movesOf }, access, linked, MOST_FOLLOWED)
    : await followedBy(ledger, access, contactId, movesOf);
  return { person, known, others: [...new Set(others)].filter((other) => other !== contactId) };
};

const write = async (ports: Ports, command: RegisterOpposition): Promise<RegisteredOpposition> => {
  const { ledger, clock } = ports;
  const { access, contactId } = command;
  const at = clock.now();
  const id = factIdOf(contactId, command.requestId);
  const event = oppositionEvent({ ...command, id, occurredAt: command.occurredAt ?? at });
  const contact = await glimpsed(ports, access, contactId);
  const { person, known, others } = await coveredAsRead(ports, command, contact);
  const own = { ...writeTo(command, contactId, contact, event, at), otherIds: command.otherIds };
  const copies = others.map(async (other) => {
    const copy = copyTo(other, contactId, event, command.actor);
    const found = await glimpsed(ports, access, other);
    return writeTo({ ...command, addressKind: KIND_NOT_KNOWN }, other, found, copy, at);
  });
  const personBeside = person === undefined ? undefined : { person, opposition: own.opposition };
  const outcome = await ledger.append(access, [own, ...(await Promise.all(copies))].map(asWrite), {
    at,
    request: { requestId: command.requestId, bodySha256: command.bodySha256 },
    personBeside,
  });
  if (outcome !== 'written') throw concurrentChange();
  if (known?.isWhole === false) throw storedUnreadable();
  return { id, recordedAt: at };
};

/** A write beside what is there, or the standing of a contact that is not. */
interface ToWrite extends WriteBeside {
  readonly standing?: LedgerWrite['standing'];
  readonly otherIds?: LedgerWrite['otherIds'];
}

const writeTo = (
  { access, addressKind }: RegisterOpposition,
  contactId: ContactId,
  { isThere, position, movedTo }: Awaited<ReturnType<typeof glimpsed>>,
  event: NewLedgerEvent,
  at: Instant,
): ToWrite => {
  const events = recordEvents([event], position, at);
  const standing = events.reduce(
    applyEvent,
    emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind }, at),
  );
  const [opposition] = standing.oppositions;
  if (opposition === undefined) throw new Error('an act of opposition leaves no opposition');
  return {
    contactId,
    events,
    opposition,
    ...(isThere ? {} : { standing: { ...standing, ...(movedTo && { movedTo: [...movedTo] }) } }),
  };
};

const asWrite = ({ standing, otherIds, ...beside }: ToWrite): LedgerWrite | WriteBeside =>
  standing === undefined
    ? beside
    : { contactId: beside.contactId, otherIds, events: beside.events, seenSeq: 0, standing };
