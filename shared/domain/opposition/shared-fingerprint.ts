import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import type { AddressKind } from '#shared/channels/record.ts';
import { normaliseAddress } from '../contact/address.ts';
import { spellingsOf } from '../contact/phone/national-number.ts';

/** A key that two parties hold, as they exchange it: 32 to 64 bytes in hexadecimal (`openssl rand -hex 32`). */
const SHARED_KEY = /^(?:[0-9a-f]{2}){32,64}$/i;

/** The bytes of a shared key; `undefined`: it is none, or too short to keep anybody from trying every address. */
export const sharedKeyIn = (text: string): Uint8Array | undefined => {
  const plain = text.trim();
  return SHARED_KEY.test(plain) ? Buffer.from(plain, 'hex') : undefined;
};

/** A shared key as a call carries it. */
export const SharedKey = z.string().check(
  z.maxLength(128),
  z.refine((text) => sharedKeyIn(text) !== undefined, 'the hexadecimal digits of 32 to 64 bytes'),
);

/** The bytes of a key that a call carried. */
export const sharedKeyOf = (text: z.infer<typeof SharedKey>): Uint8Array => sharedKeyIn(text) ?? new Uint8Array();

/** The name of a key: it shows nothing of it. */
export const sharedKeyIdOf = (key: Uint8Array): string =>
  createHmac('sha256', key).update('aval/opposition-list').digest('hex').slice(0, 16);

const hmacOf = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text, 'utf8').digest('hex');

/**
 * What an address is called between two parties that hold a key: HMAC-SHA-256 (RFC 2104) of the normalised address in UTF-8, in lower-case
 * hexadecimal. Without the key it says nothing; a hash without one is found again by whoever tries addresses (decision 0080). Throws
 * `invalid-request` for no address.
 */
export const sharedFingerprint = (
  key: Uint8Array,
  address: { readonly kind: AddressKind; readonly value: string },
): string => hmacOf(key, normaliseAddress(address).fingerprinted);

/**
 * What an address may be called by whoever hashed it as it was written: as `sharedFingerprint`, and of a telephone number of overseas once more,
 * with +33 before it, the right one first. Throws `invalid-request` for no address.
 */
export const sharedFingerprints = (
  key: Uint8Array,
  address: { readonly kind: AddressKind; readonly value: string },
): readonly string[] => {
  const { fingerprinted } = normaliseAddress(address);
  const texts = address.kind === 'phone' ? spellingsOf(fingerprinted) : [fingerprinted];
  return texts.map((text) => hmacOf(key, text));
};
