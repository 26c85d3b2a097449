import type { Fingerprints } from '#shared/app/contacts/fingerprints.port.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { contactIdFrom, personFrom } from '#shared/domain/contact/fingerprint.ts';
import { keyRingOf, requireMaterial } from './key-ring.ts';

/** New contacts are named under key 1 until a rotation in two phases has taught every function the next. */
const KEY_VERSION = 1;

/** Fingerprints under the text of the fingerprint secret. Throws when the secret has no `key1`. */
export const fingerprintsOf = (secret: string): Fingerprints => {
  const key = { version: KEY_VERSION, material: requireMaterial(keyRingOf(secret), KEY_VERSION) };
  return {
    contactIdOf: (advertiserId, address) => contactIdFrom(key, advertiserId, normaliseAddress(address).fingerprinted),
    personOf: (advertiserId, personRef) => personFrom(key, advertiserId, personRef),
  };
};
