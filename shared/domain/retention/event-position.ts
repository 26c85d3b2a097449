import * as z from 'zod/mini';
import { ContactId, FactId } from '../ids.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';

/**
 * What stays at the position of an event that went to the archive: neither when nor what. Its id is a keyed hash. Where the person moved, and to
 * which fingerprint they were linked, stay, so that an opposition still follows them (D1).
 */
export const EventPosition = z.strictObject({
  type: z.enum(['archived', 'address-changed', 'person-linked', 'person-unlinked', 'contact-erased']),
  id: z.optional(FactId),
  from: z.optional(ContactId),
  to: z.optional(ContactId),
  formerly: z.optional(z.array(ContactId)),
  person: z.optional(z.string()),
});
export type EventPosition = z.infer<typeof EventPosition>;

/** The same of an event. */
export const positionOf = (event: LedgerEvent): EventPosition => {
  const id = 'id' in event ? { id: event.id } : {};
  switch (event.type) {
    case 'address-changed':
      return { type: event.type, ...id, from: event.from, to: event.to };
    case 'person-linked':
      return { type: event.type, person: event.person };
    case 'person-unlinked':
      return { type: event.type };
    case 'contact-erased':
      return { type: event.type, ...id, ...(event.formerly && { formerly: event.formerly }) };
    default:
      return { type: 'archived', ...id };
  }
};
