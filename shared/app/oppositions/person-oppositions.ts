import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { type ActOfOpposition, oppositionOf } from '#shared/domain/ledger/opposition-of.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { stated } from '#shared/domain/stated.ts';
import { coveredBy } from '../contacts/whom-it-covers.ts';
import { appendToLedger, type LedgerChange } from '../records/append-to-ledger.ts';
import type { AppendedWith, Ledger, Person } from '../records/ledger.port.ts';

type OppositionEvent = Extract<NewLedgerEvent, { type: 'opposition-registered' }>;

type MaySay = 'messageId' | 'coversRelational' | 'receivedBy' | 'fromPartner' | 'evidence';
type OppositionFacts = Omit<OppositionEvent, 'type' | MaySay> & {
  readonly [Fact in MaySay]?: OppositionEvent[Fact] | undefined;
};

/** The ledger event of an opposition, of whatever else is known beside its facts. */
export const oppositionEvent = (facts: OppositionFacts): OppositionEvent => {
  const { id, of, via, occurredAt, actor, copiedFrom } = facts;
  const { messageId, coversRelational, receivedBy, fromPartner, evidence } = facts;
  const may = { messageId, coversRelational, receivedBy, fromPartner, evidence, copiedFrom };
  return { type: 'opposition-registered', id, of, via, occurredAt, actor, ...stated(may) };
};

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

/** Contacts beside its own that an opposition is written to in one transaction: two items each, and those of the rest. */
const MOST_AT_ONCE = 40;

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
  const { others, person, alike } = await coveredBy(ledger, access, seen, opposition);
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
  for (let begin = MOST_AT_ONCE; begin < others.length; begin += MOST_AT_ONCE) {
    const some = await copies(others.slice(begin, begin + MOST_AT_ONCE));
    const missing = some.filter((each) => !hasCopy(each));
    if (missing.length > 0) await appendToLedger(ledger, access, missing, { at });
  }
  const written = await copies(others.slice(0, MOST_AT_ONCE));
  if (person === undefined) return { others: written };
  const changed = (each: Person) => ({ before: each, after: personAfter(each, opposition, seen.seq + 1, at) });
  return { others: written, person: { ...changed(person), ...(alike.length > 0 && { alike: alike.map(changed) }) } };
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

/** The person once it has opposed so. It replaces acts of the same scope that are no later; one that is later is kept beside it. */
const personAfter = (person: Person, act: ActOfOpposition, seq: number, recordedAt: Instant): Omit<Person, 'lock'> => {
  const key = keyOf(act);
  const kept = person.oppositions.filter((each) => keyOf(each) !== key || each.occurredAt > act.occurredAt);
  const { lock: _, ...rest } = person;
  return { ...rest, oppositions: [...kept, { ...act, seq, recordedAt }] };
};
