import type { AddressKind } from '#shared/channels/record.ts';
import type { ConsentFacts } from '#shared/domain/consent/consent.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { ContactId, FactId, type Instant } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding, foldLedger, type Standing } from '#shared/domain/ledger/standing.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { SaleFacts } from '#shared/domain/sale/sale.ts';

/** What is said of a contact that does not exist. */
export interface InventedContact {
  readonly declared: DeclaredFacts;
  readonly consents: readonly ConsentFacts[];
  readonly sales: readonly Omit<SaleFacts, 'reference'>[];
  readonly oppositions: readonly OppositionScope[];
}

/** Nobody's: a domain kept for examples (RFC 2606), and a number kept for fiction (ARCEP, décision 2018-0881). */
const ADDRESSES: Readonly<Record<AddressKind, string>> = {
  email: 'camille.martin@example.com',
  phone: '+33639980001',
};

const CONTACT_ID = ContactId.parse(`v0n0.${'0'.repeat(43)}`);
const factId = (index: number) => FactId.parse(`${CONTACT_ID}.${String(index).padStart(16, '0')}`);

/** What an event has of its own, without what all have. */
type Said<Event = LedgerEvent> = Event extends LedgerEvent ? Omit<Event, 'v' | 'seq' | 'recordedAt' | 'actor'> : never;

const eventsOf = ({ declared, consents, sales, oppositions }: InventedContact, at: Instant): readonly Said[] => {
  const facts: readonly Said[] = [
    ...consents.map((consent, index) => ({
      type: 'consent-given' as const,
      id: factId(index),
      consent,
      observed: false,
    })),
    ...sales.map((sale, index) => ({
      type: 'sale-recorded' as const,
      id: factId(100 + index),
      sale: { ...sale, reference: `${index + 1}` },
    })),
    ...oppositions.map((of, index) => ({
      type: 'opposition-registered' as const,
      id: factId(200 + index),
      of,
      via: 'account' as const,
      occurredAt: at,
    })),
  ];
  return [{ type: 'contact-declared', declared }, ...facts];
};

/** Its standing, as if these facts had just been recorded: the same fold as that of a real contact. */
const standingOf = (
  advertiserId: AdvertiserId,
  addressKind: AddressKind,
  contact: InventedContact,
  at: Instant,
): Standing => {
  const actor = { by: 'system' } as const;
  const events = eventsOf(contact, at).map(
    (said, index): LedgerEvent => ({ v: 1, seq: index + 1, recordedAt: at, actor, ...said }),
  );
  return foldLedger(emptyStanding({ advertiserId, contactId: CONTACT_ID, addressKind }, at), events);
};

/** The reader of a preview that no store knows: nothing was ever sent to it. */
export const inventedReader = (
  advertiserId: AdvertiserId,
  addressKind: AddressKind,
  contact: InventedContact,
  at: Instant,
) => ({
  contactId: CONTACT_ID,
  address: ADDRESSES[addressKind],
  read: { standing: standingOf(advertiserId, addressKind, contact, at), sends: [], address: undefined, readAt: at },
});
