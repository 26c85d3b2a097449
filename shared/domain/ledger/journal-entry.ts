import * as z from 'zod/mini';
import { AdvertiserId, ContactId, FactId, Instant } from '../ids.ts';
import { coversRelational, OppositionScope, Via } from '../opposition/opposition.ts';
import { Actor, type LedgerEvent } from './ledger-event.ts';
import { oppositionOf } from './opposition-of.ts';

const common = {
  v: z.literal(1),
  advertiserId: AdvertiserId,
  contactId: ContactId,
  /** Position in the ledger that it was copied from: with the contact and the instant, the name of the entry. */
  seq: z.int(),
  recordedAt: Instant,
  actor: Actor,
};

/**
 * What the journal keeps of one event of the ledger, outside the table: whatever lets fewer messages leave. Ids, keyed
 * fingerprints, codes and instants alone: no address, no words of anybody, no name of a file.
 */
export const JournalEntry = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('opposition'),
    id: FactId,
    of: OppositionScope,
    via: Via,
    occurredAt: Instant,
    coversRelational,
    messageId: z.optional(z.string()),
    copiedFrom: z.optional(z.string()),
  }),
  z.strictObject({ ...common, type: z.literal('withdrawal'), id: FactId, consentId: FactId, occurredAt: Instant }),
  z.strictObject({ ...common, type: z.literal('invalidation'), consentId: FactId }),
  z.strictObject({ ...common, type: z.literal('annulment'), id: FactId, recordId: FactId }),
  z.strictObject({
    ...common,
    type: z.literal('restriction'),
    id: FactId,
    occurredAt: Instant,
    alsoOf: z.optional(z.array(ContactId)),
  }),
  z.strictObject({ ...common, type: z.literal('erasure'), id: FactId, occurredAt: Instant }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
export type JournalEntryOf<T extends JournalEntry['type']> = Extract<JournalEntry, { type: T }>;

/** A new event in the ledger of a contact. */
interface Recorded {
  readonly advertiserId: AdvertiserId;
  readonly contactId: ContactId;
  readonly event: LedgerEvent;
}

/** The entry of an event that lets fewer messages leave: an opposition or what carries one, the end of a record. */
export const journalEntryOf = ({ advertiserId, contactId, event }: Recorded): JournalEntry | undefined => {
  const { seq, recordedAt, actor } = event;
  const same = { v: 1 as const, advertiserId, contactId, seq, recordedAt, actor };
  const opposition = oppositionOf(event);
  if (opposition !== undefined) {
    const { messageId, copiedFrom } = event.type === 'opposition-registered' ? event : {};
    return {
      ...same,
      type: 'opposition',
      ...opposition,
      ...(messageId && { messageId }),
      ...(copiedFrom && { copiedFrom }),
    };
  }
  if (event.type === 'consent-withdrawn') {
    const { id, consentId, occurredAt } = event;
    return { ...same, type: 'withdrawal', id, consentId, occurredAt };
  }
  if (event.type === 'contact-erased') return { ...same, type: 'erasure', id: event.id, occurredAt: event.occurredAt };
  if (event.type === 'use-restricted') {
    const { id, occurredAt, alsoOf } = event;
    return { ...same, type: 'restriction', id, occurredAt, ...(alsoOf && { alsoOf }) };
  }
  if (event.type === 'consent-invalidated') return { ...same, type: 'invalidation', consentId: event.consentId };
  if (event.type === 'record-annulled') return { ...same, type: 'annulment', id: event.id, recordId: event.recordId };
  return undefined;
};
