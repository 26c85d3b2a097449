import * as z from 'zod/mini';
import { Instant, Sha256 } from '#shared/domain/ids.ts';
import { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { item } from '../item-of.ts';
import { EncryptedItem } from '../items.ts';

/** What the table contains of requests of people, item by item (`items.ts`). */

/** `texts`: what people wrote about it, under a key of its own; absent once it was removed. `expiresAt`: once it is over. */
export const RightsItem = z.extend(RightsRequest, {
  ...item('rights-request'),
  bodySha256: Sha256,
  texts: z.optional(EncryptedItem),
  textsAt: z.optional(Instant),
  expiresAt: z.optional(z.int()),
});

/** A request in the list of an advertiser. */
export const ListedRightsItem = z.strictObject({
  ...item('listed-rights-request'),
  ...z.pick(RightsRequest, { id: true, kind: true, state: true, receivedAt: true, dueAt: true, acknowledgedAt: true })
    .shape,
  expiresAt: z.optional(z.int()),
});
