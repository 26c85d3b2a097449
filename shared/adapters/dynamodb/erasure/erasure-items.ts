import * as z from 'zod/mini';
import { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import { Erasure } from '#shared/domain/ledger/erasure.ts';
import { item } from '../item-of.ts';

/** What the table contains of erasures, item by item (`items.ts`). */

/** Evidence, without TTL. `secrets` is there until it is done: the address, and the key that encrypts it. */
export const ErasureItem = z.extend(Erasure, {
  ...item('erasure'),
  secrets: z.optional(z.strictObject({ address: z.optional(z.string()), wrappedKey: z.string() })),
});

/** There until the erasure needs no look any more. */
export const DueErasureItem = z.strictObject({
  ...item('due-erasure'),
  advertiserId: AdvertiserId,
  contactId: ContactId,
  seq: z.int(),
});
