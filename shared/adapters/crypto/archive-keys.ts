import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { readable } from '#shared/domain/unreadable.ts';
import { elapsedMs } from '../clock.ts';
import { decryptBytes, encryptBytes, NONCE_BYTES } from './aes-gcm.ts';
import { keptKeys } from './kept-keys.ts';
import type { MakeByKms, OpenByKms } from './kms.ts';

/** Encrypts under one data key of the archive. */
export interface ArchiveKey {
  /** The data key as KMS encrypted it, to be stored beside what it encrypted. */
  readonly wrappedKey: Uint8Array;
  /** AES-256-GCM: nonce, ciphertext and tag; `context` is its additional authenticated data (AAD). */
  encrypt(clear: Uint8Array, context: string): Uint8Array;
}

/** What was encrypted under one data key, in clear. Throws `stored-unreadable` for what was changed, or encrypted in another context. */
export type ArchiveOpen = (bytes: Uint8Array, context: string) => Uint8Array;

/** A process encrypts under one data key for so long: one call of KMS each hour and advertiser, not one for each proof. */
const ENCRYPTS_FOR_MS = 60 * 60_000;
/** As long as a secret: who has it can do what it could before it lost a right. */
const OPENED_FOR_MS = 5 * 60_000;

const orWait = async <T>(made: Promise<T>): Promise<T> => {
  try {
    return await made;
  } catch (cause) {
    throw dependencyUnavailable('The key of the archive', cause);
  }
};

/**
 * Encrypts for the archive under data keys that KMS makes under the key of the archive, one for each advertiser. Throws
 * `dependency-unavailable` while KMS makes none: what was sent is kept once it is back, where given up as damaged its proof would be lost.
 *
 * @param deps `now`: milliseconds that never go back
 */
export const archiveKeysOf = (deps: {
  readonly make: MakeByKms;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly now?: () => number;
}): ((advertiserId: AdvertiserId) => Promise<ArchiveKey>) => {
  const keep = keptKeys<Awaited<ReturnType<MakeByKms>>>({ ms: ENCRYPTS_FOR_MS, now: deps.now ?? elapsedMs });
  return async (advertiserId) => {
    const { key, encrypted } = await keep(advertiserId, () => orWait(deps.make(advertiserId)));
    return {
      wrappedKey: encrypted,
      encrypt: (clear, context) => encryptBytes(key, deps.randomBytes(NONCE_BYTES), clear, context),
    };
  };
};

/** Opens what was encrypted for an advertiser, under its data key as it is stored. Throws as `OpenByKms`. */
export const archiveOpenOf = (deps: {
  readonly open: OpenByKms;
  readonly now?: () => number;
}): ((advertiserId: AdvertiserId, wrappedKey: Uint8Array) => Promise<ArchiveOpen>) => {
  const keep = keptKeys<Uint8Array>({ ms: OPENED_FOR_MS, now: deps.now ?? elapsedMs });
  return async (advertiserId, wrappedKey) => {
    const name = `${advertiserId}/${Buffer.from(wrappedKey).toString('base64')}`;
    const key = await keep(name, () => deps.open(advertiserId, wrappedKey));
    return (bytes, context) => readable(() => decryptBytes(key, bytes, context));
  };
};
