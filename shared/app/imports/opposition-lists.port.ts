import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Listed, ListedOpposition } from '#shared/domain/opposition/listed.ts';

/** Oppositions by fingerprints under shared keys (decision 0080). They have no term. Throws `dependency-unavailable`. */
export interface OppositionLists {
  /** Keeps a key, encrypted, for whoever commits to it within `KEY_DAYS_OFFERED`; no vet uses it. Resolves to its name: the same key has the same. */
  offerKey(access: AdvertiserAccess, key: Uint8Array): Promise<string>;
  /** Puts an offered key in force, for good. Resolves to since when it is; `undefined`: none is offered under the name. */
  keepKey(access: AdvertiserAccess, keyId: string): Promise<Instant | undefined>;
  /** What is listed of a fingerprint. Strongly consistent. */
  find(access: AdvertiserAccess, listed: Listed): Promise<readonly ListedOpposition[]>;
  /** Keeps the latest of each scope. */
  keep(access: AdvertiserAccess, listed: Listed, opposition: ListedOpposition): Promise<void>;
  /** What is listed of an address, normalised, under every key that is in force since `KEY_UNKNOWN_SECONDS`. Throws `stored-unreadable`. */
  of(access: AdvertiserAccess, address: string): Promise<readonly (ListedOpposition & Listed)[]>;
}
