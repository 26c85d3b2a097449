import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { cacheOf } from '#shared/cache.ts';
import { derivedKey } from '#shared/domain/contact/derived-key.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { storedUnreadable } from '#shared/domain/unreadable.ts';
import { type KeyRing, keyRingOf, requireMaterial } from './key-ring.ts';

/**
 * A contact's own data key: in clear for this call, and wrapped as it is stored. Once it is destroyed, what it
 * encrypted cannot be read again.
 */
interface DataKey {
  readonly key: Uint8Array;
  /** `<key version>.<base64>`: AES key wrap (RFC 3394) under the advertiser's key. */
  readonly wrapped: string;
}

/**
 * Encrypts personal data under a data key per contact, itself wrapped by a key per advertiser. No call leaves the
 * process.
 */
export interface Vault {
  newKey(advertiserId: AdvertiserId): Promise<DataKey>;
  /**
   * The key, wrapped under the current key of the secret, whichever it was wrapped under. Throws when the wrapped key is another
   * advertiser's, or was changed, and `stored-unreadable`, to be tried again, when a later release wrapped it.
   */
  unwrap(advertiserId: AdvertiserId, wrapped: string): Promise<DataKey>;
  /** The same key as it is wrapped under each key of the secret that is known. Throws as `unwrap`. */
  everyWrapping(advertiserId: AdvertiserId, wrapped: string): Promise<readonly string[]>;
  /** AES-256-GCM, base64 of nonce, ciphertext and tag; `context` is its additional authenticated data (AAD). */
  encrypt(key: DataKey, text: string, context: string): string;
  /** Throws when the ciphertext was changed, or when the context is not the one it was encrypted with. */
  decrypt(key: DataKey, encrypted: string, context: string): string;
}

const WRAP = 'id-aes256-wrap';
/** The initial value of RFC 3394, 2.2.3.1: unwrapping checks it. */
const WRAP_IV = Buffer.from('A6A6A6A6A6A6A6A6', 'hex');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The version of the secret's key that a data key is wrapped under. */
export const versionOf = (wrapped: string): number => Number(wrapped.split('.')[0]);

/** A data key under a key of its advertiser's own, as later releases will wrap it (docs/decisions/0078-keys-of-advertisers.md). */
const OF_LATER_RELEASE = /^k[1-9]\d*\./;

/**
 * A process of the former release lives on for some minutes beside one that wraps so: what it cannot open is nothing that is
 * damaged. It waits for a process that can.
 */
const heldForLater = (wrapped: string): string => {
  if (OF_LATER_RELEASE.test(wrapped)) throw storedUnreadable();
  return wrapped;
};

const wrappingKey = (ring: KeyRing, version: number, advertiserId: AdvertiserId) =>
  derivedKey(requireMaterial(ring, version), `aval/data/${advertiserId}`);

const wrap = (ring: KeyRing, version: number, advertiserId: AdvertiserId, key: Uint8Array): string => {
  const cipher = createCipheriv(WRAP, wrappingKey(ring, version, advertiserId), WRAP_IV);
  return `${version}.${Buffer.concat([cipher.update(key), cipher.final()]).toString('base64')}`;
};

const unwrap = (ring: KeyRing, advertiserId: AdvertiserId, wrapped: string): Uint8Array => {
  const [, bytes = ''] = heldForLater(wrapped).split('.');
  const decipher = createDecipheriv(WRAP, wrappingKey(ring, versionOf(wrapped), advertiserId), WRAP_IV);
  return Buffer.concat([decipher.update(Buffer.from(bytes, 'base64')), decipher.final()]);
};

// Given as bytes, a key takes Node four times as long as given as a key object.
const encrypt = (key: Uint8Array, nonce: Uint8Array, text: string, context: string): string => {
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(context, 'utf8'));
  const encrypted = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return encrypted.toString('base64');
};

const decrypt = (key: Uint8Array, encrypted: string, context: string): string => {
  const bytes = Buffer.from(encrypted, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
};

/** Derives the keys again only when the secret's text has changed. */
const ringReader = (secret: () => Promise<string>): (() => Promise<KeyRing>) => {
  const kept = cacheOf<KeyRing>({ most: 1 });
  return async () => {
    const text = await secret();
    return kept.get(text) ?? kept.put(text, keyRingOf(text));
  };
};

/** The vault under the data secret; `randomBytes` gives keys and nonces. */
export const vaultOf = (deps: {
  readonly secret: () => Promise<string>;
  readonly randomBytes: (size: number) => Uint8Array;
}): Vault => {
  const readRing = ringReader(deps.secret);
  return {
    newKey: async (advertiserId) => {
      const ring = await readRing();
      const key = deps.randomBytes(32);
      return { key, wrapped: wrap(ring, ring.current, advertiserId, key) };
    },
    unwrap: async (advertiserId, wrapped) => {
      const ring = await readRing();
      const key = unwrap(ring, advertiserId, wrapped);
      return {
        key,
        wrapped: versionOf(wrapped) === ring.current ? wrapped : wrap(ring, ring.current, advertiserId, key),
      };
    },
    everyWrapping: async (advertiserId, wrapped) => {
      const ring = await readRing();
      if (ring.versions.length === 1) return [heldForLater(wrapped)];
      const key = unwrap(ring, advertiserId, wrapped);
      return ring.versions.map((version) => wrap(ring, version, advertiserId, key));
    },
    encrypt: ({ key }, text, context) => encrypt(key, deps.randomBytes(NONCE_BYTES), text, context),
    decrypt: ({ key }, encrypted, context) => decrypt(key, encrypted, context),
  };
};
