import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Listed, ListedOpposition } from '#shared/domain/opposition/listed.ts';

/** Oppositions by fingerprints under shared keys (decision 0080). They have no term. Throws `dependency-unavailable`. */
export interface OppositionLists {
  /** Keeps a key, encrypted. Resolves to its name: the same key has the same. */
  keepKey(access: AdvertiserAccess, key: Uint8Array): Promise<string>;
  /** When a key was kept. */
  keptAt(access: AdvertiserAccess, keyId: string): Promise<Instant | undefined>;
  /** What is listed of a fingerprint. Strongly consistent. */
  find(access: AdvertiserAccess, listed: Listed): Promise<readonly ListedOpposition[]>;
  /** Keeps the latest of each scope. */
  keep(access: AdvertiserAccess, listed: Listed, opposition: ListedOpposition): Promise<void>;
  /** What is listed of an address, normalised, under every key that was kept more than half a minute ago. Throws `stored-unreadable`. */
  of(access: AdvertiserAccess, address: string): Promise<readonly (ListedOpposition & Listed)[]>;
}
