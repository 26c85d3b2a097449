import * as z from 'zod/mini';
import { Instant } from '#shared/domain/ids.ts';
import { item } from '../item-of.ts';

/**
 * The latest code that was sent to a contact, as a keyed hash; absent once it was used, or not sent. `sentAt`: when codes were sent in the
 * last day. `opened`: a keyed hash of the code and of the page on which it was typed, and until when it is open. `usableUntil`, `expiresAt`: seconds since the epoch.
 */
export const CodeItem = z.strictObject({
  ...item('code'),
  codeHash: z.optional(z.string()),
  opened: z.optional(z.strictObject({ hash: z.string(), until: Instant })),
  sentAt: z.array(Instant),
  tries: z.int(),
  usableUntil: z.int(),
  revision: z.int(),
  expiresAt: z.int(),
});
