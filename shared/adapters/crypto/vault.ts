import { type CipherKey, createCipheriv, createDecipheriv } from 'node:crypto';
import { derivedKey } from '#shared/domain/contact/derived-key.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { readable, storedUnreadable } from '#shared/domain/unreadable.ts';
import type { AdvertiserKeys, OpenedKeys } from './advertiser-keys.ts';
import { decryptBytes, encryptBytes, NONCE_BYTES } from './aes-gcm.ts';
import { type DataRing, dataRingOf, type KeyRing, requireMaterial } from './key-ring.ts';

/**
 * A contact's own data key: in clear for this call, and wrapped as it is stored. Once it is destroyed, what it
 * encrypted cannot be read again.
 */
interface DataKey {
  readonly key: Uint8Array;
  /**
   * AES key wrap (RFC 3394) under a key of the advertiser: `k<number>.<base64>` under one of its own, which KMS encrypted;
   * `<version>.<base64>` under one that is derived from a key of the data secret.
   */
  readonly wrapped: string;
}

/** Opens what was encrypted, and makes nothing. */
export interface Opener {
  /**
   * The key, as it was wrapped. Throws when the wrapped key is another advertiser's, or was changed; `stored-unreadable`, to be tried
   * again, when there is no such key of the advertiser, or another under its number, or while KMS does not open it.
   */
  unwrap(advertiserId: AdvertiserId, wrapped: string): Promise<DataKey>;
  /** The same key as it is wrapped under each key of the advertiser that there is. Throws as `unwrap`. */
  everyWrapping(advertiserId: AdvertiserId, wrapped: string): Promise<readonly string[]>;
  /** Throws when the ciphertext was changed, or when the context is not the one it was encrypted with. */
  decrypt(key: DataKey, encrypted: string, context: string): string;
}

/**
 * Encrypts personal data under a data key per contact, itself wrapped by a key per advertiser, which a process opens once: no call
 * leaves it for a contact or a message.
 */
export interface Vault extends Opener {
  /** Throws `stored-unreadable` while the key of the advertiser cannot be opened or made. */
  newKey(advertiserId: AdvertiserId): Promise<DataKey>;
  /** The key, wrapped under the key in use, whichever it was wrapped under: for who stores it again. Throws as `unwrap` and `newKey`. */
  renew(advertiserId: AdvertiserId, wrapped: string): Promise<DataKey>;
  /** AES-256-GCM, base64 of nonce, ciphertext and tag; `context` is its additional authenticated data (AAD). */
  encrypt(key: DataKey, text: string, context: string): string;
}

const WRAP = 'id-aes256-wrap';
/** The initial value of RFC 3394, 2.2.3.1: unwrapping checks it. */
const WRAP_IV = Buffer.from('A6A6A6A6A6A6A6A6', 'hex');

/** Under which key a data key is wrapped: `k<number>` or `<version>`. */
export const wrappedUnder = (wrapped: string): string => wrapped.slice(0, wrapped.indexOf('.'));

/** The number of the advertiser's own key; `undefined`: it is wrapped under a derived one. */
const numberIn = (wrapped: string): number | undefined => {
  const [, number] = /^k([1-9]\d?)\./.exec(wrapped) ?? [];
  return number === undefined ? undefined : Number(number);
};

const derivedFor = (ring: KeyRing, version: number, advertiserId: AdvertiserId): CipherKey =>
  derivedKey(requireMaterial(ring, version), `aval/data/${advertiserId}`);

const wrap = (under: string, wrappingKey: CipherKey, key: Uint8Array): string => {
  const cipher = createCipheriv(WRAP, wrappingKey, WRAP_IV);
  return `${under}.${Buffer.concat([cipher.update(key), cipher.final()]).toString('base64')}`;
};

const unwrap = (wrappingKey: CipherKey, wrapped: string): Uint8Array => {
  const decipher = createDecipheriv(WRAP, wrappingKey, WRAP_IV);
  const bytes = wrapped.slice(wrapped.indexOf('.') + 1);
  return Buffer.concat([decipher.update(Buffer.from(bytes, 'base64')), decipher.final()]);
};

/** The ring of the secret, which is asked for each key: parsed once for each text that it has. */
const ringReader = (secret: () => Promise<string>): (() => Promise<DataRing>) => {
  let last: { readonly text: string; readonly ring: DataRing } | undefined;
  return async () => {
    const text = await secret();
    if (last?.text !== text) last = { text, ring: dataRingOf(text) };
    return last.ring;
  };
};

/** A key of the advertiser, under the name with which wrapped keys begin. */
interface Named {
  readonly under: string;
  readonly wrappingKey: CipherKey;
}

const ownKey = async (keys: OpenedKeys, advertiserId: AdvertiserId, number: number): Promise<Named> => {
  const wrappingKey = await keys.opened(advertiserId, number);
  // It is put once and never removed: a copy of the table, or a damage, lacks it. Nobody may make another in its place.
  if (wrappingKey === undefined) throw storedUnreadable();
  return { under: `k${number}`, wrappingKey };
};

const openerWith = (readRing: () => Promise<DataRing>, keys: OpenedKeys): Opener => {
  const keyOf = async (advertiserId: AdvertiserId, wrapped: string): Promise<Uint8Array> => {
    const number = numberIn(wrapped);
    if (number !== undefined) {
      const { wrappingKey } = await ownKey(keys, advertiserId, number);
      // The wrapping shows that another key is under this number, as where the item was lost and made again: docs/restore.md.
      return readable(() => unwrap(wrappingKey, wrapped));
    }
    return unwrap(derivedFor(await readRing(), Number(wrappedUnder(wrapped)), advertiserId), wrapped);
  };
  return {
    unwrap: async (advertiserId, wrapped) => ({ key: await keyOf(advertiserId, wrapped), wrapped }),
    everyWrapping: async (advertiserId, wrapped) => {
      const ring = await readRing();
      // As they are stored now: another process may use the next one already.
      const numbers = await keys.numbers(advertiserId);
      const key = await keyOf(advertiserId, wrapped);
      const own = await Promise.all(numbers.map((number) => ownKey(keys, advertiserId, number)));
      const derived = ring.versions.map((version) => ({
        under: String(version),
        wrappingKey: derivedFor(ring, version, advertiserId),
      }));
      return [...derived, ...own].map(({ under, wrappingKey }) => wrap(under, wrappingKey, key));
    },
    decrypt: ({ key }, encrypted, context) =>
      decryptBytes(key, Buffer.from(encrypted, 'base64'), context).toString('utf8'),
  };
};

/** Opens under the data secret and the keys of advertisers. */
export const openerOf = (deps: { readonly secret: () => Promise<string>; readonly keys: OpenedKeys }): Opener =>
  openerWith(ringReader(deps.secret), deps.keys);

/** Encrypts under data keys that somebody opened. */
export const encrypterOf = (deps: { readonly randomBytes: (size: number) => Uint8Array }): Pick<Vault, 'encrypt'> => ({
  encrypt: ({ key }, text, context) =>
    encryptBytes(key, deps.randomBytes(NONCE_BYTES), Buffer.from(text, 'utf8'), context).toString('base64'),
});

/** The vault under the data secret and the keys of advertisers; `randomBytes` gives data keys and nonces. */
export const vaultOf = (deps: {
  readonly secret: () => Promise<string>;
  readonly keys: AdvertiserKeys;
  readonly randomBytes: (size: number) => Uint8Array;
}): Vault => {
  const readRing = ringReader(deps.secret);
  const opener = openerWith(readRing, deps.keys);
  const inUse = async (advertiserId: AdvertiserId): Promise<Named> => {
    const ring = await readRing();
    const { advertisers, current } = ring;
    if (advertisers === undefined)
      return { under: String(current), wrappingKey: derivedFor(ring, current, advertiserId) };
    return { under: `k${advertisers}`, wrappingKey: await deps.keys.made(advertiserId, advertisers) };
  };
  const wrapInUse = async (advertiserId: AdvertiserId, key: Uint8Array): Promise<DataKey> => {
    const { under, wrappingKey } = await inUse(advertiserId);
    return { key, wrapped: wrap(under, wrappingKey, key) };
  };
  return {
    ...opener,
    newKey: (advertiserId) => wrapInUse(advertiserId, deps.randomBytes(32)),
    renew: async (advertiserId, wrapped) => wrapInUse(advertiserId, (await opener.unwrap(advertiserId, wrapped)).key),
    ...encrypterOf(deps),
  };
};
