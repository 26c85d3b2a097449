import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { Instant } from '#shared/domain/ids.ts';

export interface Advertisers {
  /** Cached for seconds. */
  get(scope: AdvertiserScope): Promise<Advertiser | undefined>;
  /** A stored past version. */
  getVersion(scope: AdvertiserScope, settingsVersion: number): Promise<Advertiser | undefined>;
  /** Stores the next version and its reply codes; the same settings again store nothing. Throws `sirenTaken`. */
  put(scope: AdvertiserScope, settings: AdvertiserSettings, at: Instant): Promise<Advertiser>;
}
