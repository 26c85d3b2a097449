import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, type Standing } from '#shared/domain/ledger/standing.ts';
import { type Opposition, VIA_OF_THE_PERSON, type Via } from '#shared/domain/opposition/opposition.ts';
import type { LedgerChange } from '../records/append-to-ledger.ts';
import type { Ledger, Person } from '../records/ledger.port.ts';

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
  facts: Omit<OppositionEvent, 'type' | 'messageId' | 'evidence'> & {
    readonly messageId?: string | undefined;
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
  ...(facts.evidence === undefined ? {} : { evidence: facts.evidence }),
  ...(facts.copiedFrom === undefined ? {} : { copiedFrom: facts.copiedFrom }),
});

/** The same opposition for another contact of the person, saying where it comes from. */
export const copyTo = (
  contactId: ContactId,
  from: ContactId,
  opposition: Pick<Opposition, 'id' | 'of' | 'via' | 'occurredAt'>,
  actor: LedgerEvent['actor'],
): OppositionEvent =>
  oppositionEvent({
    id: factIdOf(contactId, opposition.id),
    of: opposition.of,
    via: opposition.via,
    occurredAt: opposition.occurredAt,
    actor,
    copiedFrom: from,
  });

/** One write for each other contact of the person, on the standing it has now. */
export const spread = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  person: Person,
  from: ContactId,
  event: OppositionEvent,
  at: Instant,
): Promise<readonly LedgerChange[]> => {
  const others = person.contacts.filter((contactId) => contactId !== from);
  return Promise.all(
    others.map(async (contactId) => ({
      contactId,
      seen: await standingOf(ledger, access, contactId, at),
      events: [copyTo(contactId, from, event, event.actor)],
    })),
  );
};

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

/** The person once it has opposed so: one opposition is kept per scope, the latest act. */
export const personAfter = (
  person: Person,
  event: OppositionEvent & { id: FactId },
  seq: number,
  recordedAt: Instant,
): Omit<Person, 'lock'> => {
  const key = JSON.stringify(event.of);
  const kept = person.oppositions.filter(
    (each) => JSON.stringify(each.of) !== key || each.occurredAt > event.occurredAt,
  );
  const { id, of, via, occurredAt } = event;
  return {
    person: person.person,
    contacts: person.contacts,
    oppositions: [...kept, { id, seq, of, via, occurredAt, recordedAt }],
  };
};
