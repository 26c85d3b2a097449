import * as z from 'zod/mini';
import { about } from '../../domain/about.ts';
import type { Change, LedgerChange } from '../../domain/change.ts';
import { AdvertiserId, ContactId, Instant } from '../../domain/ids.ts';
import type { LedgerEvent } from '../../domain/ledger/ledger-event.ts';

/** An event out, as the bus takes it. */
export interface OutgoingEvent {
  /** `consent.given.v1`: past tense, with a version. */
  readonly type: string;
  /** JSON with ids, codes, instants and channels; never an address, content or the name of a human. */
  readonly detail: object;
}

/** One type of event. The file that holds it exports its schema (`Detail`), its meaning (`when`) and an `example` too. */
export interface EventType {
  readonly type: string;
  /** The detail that this change publishes; `undefined`: it is no change of this type. */
  readonly from: (change: Change) => object | undefined;
}

/** A type of event that follows from no change of the store: whoever knows of it publishes it. */
export const announced = <D extends object>(type: string) => ({
  type,
  of: (detail: D): OutgoingEvent => ({ type, detail }),
});

/** A type of event whose details have the shape D. */
export const eventType = <D extends object>(type: string, from: (change: Change) => D | undefined): EventType => ({
  type,
  from,
});

/** What the detail of every event about a contact holds. */
export const OF_CONTACT = {
  advertiserId: about('The advertiser in whose name the contact is kept.', AdvertiserId),
  contactId: about('The contact: a keyed fingerprint, never the address.', ContactId),
  seq: about('Position in the ledger of this contact: orders the events of one contact.', z.int()),
  recordedAt: about('When Aval recorded it, in UTC.', Instant),
};

type EventOf<T extends LedgerEvent['type']> = Extract<LedgerEvent, { type: T }>;
const isOfType = <T extends LedgerEvent['type']>(event: LedgerEvent, type: T): event is EventOf<T> =>
  event.type === type;

/** The ledger event of a type that a change records, with what every such detail holds. */
export const recorded = <T extends LedgerEvent['type']>(change: Change, type: T) => {
  if (change.of !== 'ledger' || !isOfType(change.event, type)) return undefined;
  return { event: change.event, common: ofContact(change) };
};

const ofContact = ({ advertiserId, contactId, event: { seq, recordedAt } }: LedgerChange) => ({
  advertiserId,
  contactId,
  seq,
  recordedAt,
});
