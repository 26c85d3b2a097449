import * as z from 'zod/mini';
import { AddressKind, KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import { about } from '../about.ts';
import { AdvertiserId, ContactId, FactId, Instant } from '../ids.ts';
import type { LedgerEvent } from './ledger-event.ts';

/** What an erasure removed, by count: evidence that says nothing of the person. */
export const Removed = z.strictObject({
  messages: about('Messages whose address, merge values and reference were removed.', z.int()),
  events: about('Events of the contact that were removed: consents, sales and what else was recorded.', z.int()),
  listRows: about('Uploaded lists from which it was removed.', z.int()),
});
export type Removed = z.infer<typeof Removed>;

/** An erasure, as it is now: dated evidence without personal data. */
export const Erasure = z.strictObject({
  id: FactId,
  advertiserId: AdvertiserId,
  contactId: ContactId,
  addressKind: AddressKind,
  /** No address was kept, and nothing recorded of the contact shows of which kind it is. Absent: it is known. */
  kindInDoubt: z.optional(z.literal(true)),
  /** The other contacts of the person when it was recorded, none of them erased. */
  otherContacts: z.optional(z.array(ContactId)),
  /** The first position that was left in the ledger. */
  firstSeq: z.int(),
  /** Its own position. */
  seq: z.int(),
  erasedAt: Instant,
  /** SHA-256 of the wrapped data key that is destroyed: what carries a copy of it is of before. Absent: there was none. */
  keySha256: z.optional(z.string()),
  /** Absent: it is under way. */
  doneAt: z.optional(Instant),
  removed: z.optional(Removed),
});
export type Erasure = z.infer<typeof Erasure>;

/** What it takes to say what an erasure leaves. */
export type ErasedOf = Pick<Erasure, 'erasedAt' | 'addressKind' | 'kindInDoubt'>;

/**
 * Of an event that erased, what was noted of it. Where no such note is found any more, its time is that of the event, and the kind of the
 * address is in doubt: what may remain of either kind is named.
 */
export const erasedBy = (
  { id, recordedAt }: Extract<LedgerEvent, { readonly type: 'contact-erased' }>,
  erasures: readonly Erasure[],
): ErasedOf =>
  erasures.find((each) => each.id === id) ?? {
    erasedAt: recordedAt,
    addressKind: KIND_NOT_KNOWN,
    kindInDoubt: true,
  };

/** What an erasure notes of its contact when it begins. */
export interface BegunErasure {
  readonly id: FactId;
  readonly otherContacts: readonly ContactId[];
  /** The kind that what is recorded shows, for a contact whose address is not kept. `undefined`: it shows none. */
  readonly addressKind: AddressKind | undefined;
}
