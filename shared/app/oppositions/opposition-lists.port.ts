import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant, JobId } from '#shared/domain/ids.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';

/** An opposition that a partner passed on, of whoever has the address of a fingerprint. */
export interface ListedOpposition extends Pick<Opposition, 'of' | 'via' | 'occurredAt' | 'recordedAt'> {
  /** The list and its export, where the row says no date: the same list again is no new act. */
  readonly undatedIn?: string | undefined;
  /** Who passed it on, and the import that has its sheet: after 90 days the source alone. */
  readonly source: string;
  readonly jobId: JobId;
  readonly line: number;
}

/** The name of a fingerprint: the key that it is under, and itself. */
export interface Listed {
  readonly keyId: string;
  readonly fingerprint: string;
}

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

/** Seconds for which a process may not know of a key that was kept. */
export const KEY_UNKNOWN_SECONDS = 30;
