import { createHash, timingSafeEqual } from 'node:crypto';

/** True of the same bytes, in a time that says nothing of what they are; of another length at once. */
export const isSameBytes = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** SHA-256 of a text, in UTF-8. */
export const digestOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** True of the same secret, in a time that says neither what it is nor how long. */
export const isSameSecret = (one: string, other: string): boolean => isSameBytes(digestOf(one), digestOf(other));
