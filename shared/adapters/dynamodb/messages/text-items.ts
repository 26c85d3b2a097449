import * as z from 'zod/mini';
import { item } from '../item-of.ts';

/** Where a text of messages without a template lies, and what opens it. */
export const OwnTextStored = z.strictObject({ object: z.string(), key: z.string() });

/** The same, encrypted, by the name of the text: it goes when one who was sent it is erased. */
export const NamedTextItem = z.strictObject({
  ...item('named-text'),
  ciphertext: z.string(),
  wrappedKey: z.string(),
  expiresAt: z.int(),
});
