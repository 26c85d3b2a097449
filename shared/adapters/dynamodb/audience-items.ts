import * as z from 'zod/mini';
import { Instant } from '#shared/domain/ids.ts';
import { item } from './item-of.ts';

/** What the table contains for campaigns to select contacts by, item by item (`items.ts`). */

/** Words of the advertiser's own about a contact: encrypted, but for those that its settings keep for campaigns. */
export const ProfileItem = z.strictObject({
  ...item('profile'),
  /** JSON of all attributes, encrypted under the data key of the contact. */
  attributes: z.string(),
  /** Those that the settings named when it was written. */
  labels: z.record(z.string(), z.string()),
  /** When it was written, ms since the epoch; greater each time, also where a clock goes back. */
  revision: z.int(),
  /** The requests that changed it last, the beginnings of their hashes. */
  requests: z.optional(z.array(z.string())),
  /** The `chainStart` of the standing that it belongs to: one of a former life counts as absent. */
  chainStart: z.int(),
});

/** What a campaign selects a contact by in one list. Without a key nothing in it says whose it is. */
export const AudienceRowItem = z.strictObject({
  ...item('audience-row'),
  zone: z.string(),
  country: z.optional(z.string()),
  language: z.optional(z.string()),
  kind: z.string(),
  bases: z.array(z.string()),
  firstRecordedOn: z.string(),
  lastActOn: z.optional(z.string()),
  labels: z.record(z.string(), z.string()),
  movedAt: z.optional(Instant),
  seq: z.int(),
  revision: z.int(),
  expiresAt: z.optional(z.int()),
});

/** A contact of an uploaded list. Without a key nothing in it says whose it is. */
export const ListedContactItem = z.strictObject({
  ...item('listed-contact'),
  /** The line of the file that named it first. */
  line: z.int(),
  /** Where it was when the list was made. */
  zone: z.optional(z.string()),
  expiresAt: z.int(),
});

/** Up to which change of an advertiser the audience index has followed. */
export const AudienceFollowedItem = z.strictObject({ ...item('audience-followed'), upTo: Instant });
