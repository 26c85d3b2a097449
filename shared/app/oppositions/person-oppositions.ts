import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { type ActOfOpposition, oppositionOf } from '#shared/domain/ledger/opposition-of.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { type Opposition, VIA_OF_THE_PERSON, type Via } from '#shared/domain/opposition/opposition.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import { sameHumanAs } from '../contacts/survivor.ts';
import { withAllAddresses } from '../contacts/whole-human.ts';
import { appendToLedger, type LedgerChange } from '../records/append-to-ledger.ts';
import type { AppendedWith, Ledger, Person } from '../records/ledger.port.ts';
import { movesIn, personIn } from '../records/moves.ts';

type OppositionEvent = Extract<NewLedgerEvent, { type: 'opposition-registered' }>;
const PERSON_VIA: readonly Via[] = VIA_OF_THE_PERSON;

/**
 * True for an opposition that speaks for the whole person: GLOBAL, or one that came in a way by which a person speaks
 * (D1).
 */
export const isOfThePerson = ({ of, via }: Pick<Opposition, 'of' | 'via'>): boolean =>
  of.scope === 'global' || PERSON_VIA.includes(via);

/** The ledger event of an opposition. */
export const oppositionEvent = (
  facts: Omit<
    OppositionEvent,
    'type' | 'messageId' | 'coversRelational' | 'receivedBy' | 'fromPartner' | 'evidence'
  > & {
    readonly receivedBy?: string | undefined;
    readonly fromPartner?: string | undefined;
    readonly messageId?: string | undefined;
    readonly coversRelational?: true | undefined;
    readonly evidence?: OppositionEvent['evidence'];
  },
): OppositionEvent => ({
  type: 'opposition-registered',
  id: facts.id,
  of: facts.of,
  via: facts.via,
  occurredAt: facts.occurredAt,
  actor: facts.actor,
  ...(facts.messageId === undefined ? {} : { messageId: facts.messageId }),
  ...(facts.coversRelational === undefined ? {} : { coversRelational: true }),
  ...(facts.receivedBy === undefined ? {} : { receivedBy: facts.receivedBy }),
  ...(facts.fromPartner === undefined ? {} : { fromPartner: facts.fromPartner }),
  ...(facts.evidence === undefined ? {} : { evidence: facts.evidence }),
  ...(facts.copiedFrom === undefined ? {} : { copiedFrom: facts.copiedFrom }),
});

/** The same opposition for another contact of the person, saying where it comes from. */
export const copyTo = (
  contactId: ContactId,
  from: ContactId,
  opposition: ActOfOpposition,
  actor: LedgerEvent['actor'],
): OppositionEvent =>
  oppositionEvent({
    id: factIdOf(contactId, opposition.id),
    of: opposition.of,
    via: opposition.via,
    occurredAt: opposition.occurredAt,
    coversRelational: opposition.coversRelational,
    actor,
    copiedFrom: from,
  });

/** What an opposition writes beside its own contact, in the same transaction. */
export interface Spread {
  readonly others: readonly LedgerChange[];
  readonly person?: AppendedWith['person'];
}

/** Addresses that follow one another, at most, where all must fit one transaction, and where they need not. */
export const MOST_FOLLOWED = 10;
export const MOST_FOLLOWED_IN_PARTS = 100;
/** Contacts beside its own that an opposition is written to in one transaction: two items each, and those of the rest. */
const MOST_AT_ONCE = 40;

/**
 * The contacts of the addresses that a person took since, nearest first: each former one names the next, and the latest of them leads.
 *
 * @param movesOf what the standing of a contact says of it; `undefined`: it has none, one that expired included, and its events are asked
 */
export const followedBy = async (
  ledger: { readonly glimpse: Pick<Ledger['glimpse'], 'events'> },
  access: AdvertiserAccess,
  contactId: ContactId,
  movesOf: (contactId: ContactId) => Promise<readonly ContactId[] | undefined>,
  most = MOST_FOLLOWED,
): Promise<readonly ContactId[]> => {
  const followed = new Set([contactId]);
  for (const former of followed) {
    if (followed.size > most) break;
    const moves = (await movesOf(former)) ?? movesIn(await ledger.glimpse.events(access, former), former) ?? [];
    for (const to of moves.toReversed()) followed.add(to);
  }
  return [...followed].slice(1, most + 1);
};

/** Where the person of a standing moved; `undefined` of a contact that has none. */
export const movesOfStanding = (
  standing: Pick<Standing, 'seq' | 'movedTo'> | undefined,
): readonly ContactId[] | undefined =>
  standing === undefined || standing.seq === 0 ? undefined : (standing.movedTo ?? []);

/**
 * What the opposition that an event is or carries writes beside its own contact (D1): one change for each contact of the person where it
 * speaks for the whole person, those of all addresses before and after them included, and for each address that followed this one, as narrow
 * as it was said; each on the standing it has now; and the person's item. A person whose merge is not complete is one with the other. Those that do not fit one transaction are written at
 * once, before the rest: whoever dies in between does it again. Nothing for any other event.
 */
export const spread = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  seen: Standing,
  event: NewLedgerEvent,
  at: Instant,
): Promise<Spread> => {
  const opposition = oppositionOf(event);
  if (opposition === undefined) return { others: [] };
  const person = isOfThePerson(opposition) ? await personOf(ledger, access, seen) : undefined;
  const movesOf = async (former: ContactId) =>
    movesOfStanding(former === seen.contactId ? seen : await ledger.readStanding(access, former));
  const alike = person === undefined ? [] : await sameHumanAs(ledger, access, person);
  const linked = [...(person ? [person] : []), ...alike].flatMap(({ contacts }) => contacts);
  const others = new Set(
    isOfThePerson(opposition)
      ? await withAllAddresses({ eventsOf: ledger.glimpse.events, movesOf }, access, [...linked, seen.contactId])
      : await followedBy(ledger, access, seen.contactId, movesOf, MOST_FOLLOWED_IN_PARTS),
  );
  others.delete(seen.contactId);
  const passedOn =
    event.type === 'opposition-registered' && event.fromPartner !== undefined ? { fromPartner: event.fromPartner } : {};
  const copies = async (some: readonly ContactId[]): Promise<readonly LedgerChange[]> =>
    Promise.all(
      some.map(async (contactId) => ({
        contactId,
        seen: await standingOf(ledger, access, contactId, at),
        events: [{ ...copyTo(contactId, seen.contactId, opposition, event.actor), ...passedOn }],
      })),
    );
  const all = [...others];
  for (let begin = MOST_AT_ONCE; begin < all.length; begin += MOST_AT_ONCE) {
    const some = await copies(all.slice(begin, begin + MOST_AT_ONCE));
    const missing = some.filter((each) => !hasCopy(each));
    if (missing.length > 0) await appendToLedger(ledger, access, missing, { at });
  }
  const written = await copies(all.slice(0, MOST_AT_ONCE));
  if (person === undefined) return { others: written };
  const changed = (each: Person) => ({ before: each, after: personAfter(each, opposition, seen.seq + 1, at) });
  return { others: written, person: { ...changed(person), ...(alike.length > 0 && { alike: alike.map(changed) }) } };
};

/**
 * The person of a contact, whose other contacts must have the opposition too. Of one whose standing names none, as when it came back, it is that of its last link, where
 * it is there: it stays as long as another of its contacts. Throws `stored-unreadable` where a standing names one that is not.
 */
const personOf = async (ledger: Ledger, access: AdvertiserAccess, seen: Standing): Promise<Person | undefined> => {
  const { contactId, person } = seen;
  const name = person ?? personIn(await ledger.glimpse.events(access, contactId));
  const known = name === undefined ? undefined : await ledger.readPerson(access, name);
  if (person !== undefined && known === undefined) throw storedUnreadable();
  return known;
};

const hasCopy = ({ seen, events }: LedgerChange): boolean =>
  events.every((event) => 'id' in event && seen.oppositions.some(({ id }) => id === event.id));

/**
 * The standing of a linked contact; an expired one takes the opposition all the same, so that a new collection of the
 * address finds it. Its kind is not known then: whoever brings the address sets it.
 */
export const standingOf = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
  at: Instant,
): Promise<Standing> =>
  (await ledger.readStanding(access, contactId)) ??
  emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind: KIND_NOT_KNOWN }, at);

/** Of two oppositions with the same key the later one says all. */
export const keyOf = ({ of, coversRelational }: Pick<Opposition, 'of' | 'coversRelational'>): string =>
  JSON.stringify([of, coversRelational === true]);

/** True for one act that came to two contacts, or twice to one. */
export const isSameAct = (a: ActOfOpposition, b: ActOfOpposition): boolean =>
  keyOf(a) === keyOf(b) && a.via === b.via && a.occurredAt === b.occurredAt;

/** The person once it has opposed so: one opposition is kept per scope, the latest act. */
const personAfter = (person: Person, act: ActOfOpposition, seq: number, recordedAt: Instant): Omit<Person, 'lock'> => {
  const key = keyOf(act);
  const kept = person.oppositions.filter((each) => keyOf(each) !== key || each.occurredAt > act.occurredAt);
  const { lock: _, ...rest } = person;
  return { ...rest, oppositions: [...kept, { ...act, seq, recordedAt }] };
};
