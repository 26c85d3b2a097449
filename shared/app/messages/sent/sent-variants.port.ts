import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { SentVariant } from '#shared/domain/message/sent-variant.ts';

/** What left, without what was of one reader: once for all whom it went to. */
export interface SentVariants {
  /** Stores it under its SHA-256; twice is one object. Throws `dependency-unavailable`: nothing may leave that is not kept. */
  keep(access: AdvertiserAccess, sha256: string, variant: SentVariant): Promise<void>;
  get(access: AdvertiserAccess, sha256: string): Promise<SentVariant | undefined>;
}
