import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';

export interface Advertisers {
  /** Cached for seconds. */
  get(access: AdvertiserAccess): Promise<Advertiser | undefined>;
  /** A stored past version. */
  getVersion(access: AdvertiserAccess, settingsVersion: number): Promise<Advertiser | undefined>;
  /** Stores the next version and its reply codes; the same settings again store nothing. Throws `sirenTaken`. */
  put(access: AdvertiserAccess, settings: AdvertiserSettings, at: Instant): Promise<Advertiser>;
}
