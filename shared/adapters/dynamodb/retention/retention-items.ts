import * as z from 'zod/mini';
import { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import { EventPosition } from '#shared/domain/retention/event-position.ts';
import { item } from '../item-of.ts';

/** What the table contains of what ends, item by item (`dynamodb/items.ts`). */

/** A contact of which something ends on a day. */
export const ExpiryItem = z.strictObject({ ...item('expiry'), advertiserId: AdvertiserId, contactId: ContactId });
/** A day that has such entries. */
export const ExpiryDayItem = z.strictObject(item('expiry-day'));
/** Proof of something sent: neither address nor merge value. */
export const SentProofItem = z.strictObject({
  ...item('sent-proof'),
  at: Instant,
  /** A data key, as KMS encrypted it under the key of the archive. Absent: an earlier release kept the facts in clear. */
  wrappedKey: z.optional(z.instanceof(Uint8Array)),
  /** The facts as JSON, encrypted; but for those that are bytes. */
  encrypted: z.optional(z.instanceof(Uint8Array)),
  /** The facts that are bytes, each encrypted, by their names. */
  encryptedBytes: z.optional(z.record(z.string(), z.instanceof(Uint8Array))),
  /** In clear: as an earlier release kept it. */
  facts: z.optional(z.record(z.string(), z.unknown())),
  expiresAt: z.int(),
});
/** An event of a contact whose use ended, in the archive. */
export const FormerEventItem = z.strictObject({
  ...item('former-event'),
  recordedAt: Instant,
  /** From when its term runs. */
  endedAt: Instant,
  wrappedKey: z.instanceof(Uint8Array),
  /** The event as JSON, encrypted. */
  encrypted: z.instanceof(Uint8Array),
  expiresAt: z.int(),
});
/** What stays at its position under the key of its contact, as long as it is in the archive. */
export const EventPositionItem = z.strictObject({
  ...item('event-position'),
  advertiserId: AdvertiserId,
  contactId: ContactId,
  event: EventPosition,
  /** The last position of those that were to be moved with it: a run that was cut short goes on with the same term. */
  upTo: z.int(),
  expiresAt: z.int(),
});
/** A campaign of which there is proof, in the list of its advertiser. */
export const ArchivedCampaignItem = z.strictObject({
  ...item('archived-campaign'),
  at: Instant,
  expiresAt: z.int(),
});
/** Evidence, without anything of a person: how many items of each kind were deleted. */
export const DeletionItem = z.strictObject({
  ...item('deletion'),
  counts: z.record(z.string(), z.int()),
  expiresAt: z.int(),
});
