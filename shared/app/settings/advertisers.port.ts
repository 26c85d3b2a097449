import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

export interface Advertisers {
  /** Cached for seconds. */
  get(access: AdvertiserAccess): Promise<Advertiser | undefined>;
  /** A stored past version. */
  getVersion(access: AdvertiserAccess, settingsVersion: number): Promise<Advertiser | undefined>;
  /** The version in force, as stored now: never cached. */
  current(access: AdvertiserAccess): Promise<Advertiser | undefined>;
  /** Versions, the newest first. */
  listVersions(access: AdvertiserAccess, page: PageAsked): Promise<Page<Advertiser>>;
  /**
   * Stores the version after `seen`, and its reply codes; the same settings again store nothing. Without `seen`, after the
   * one that is in force now. Throws `siren-taken`, and `concurrent-change` when another was stored meanwhile.
   */
  put(
    access: AdvertiserAccess,
    settings: AdvertiserSettings,
    at: Instant,
    seen?: { readonly current: Advertiser | undefined },
  ): Promise<Advertiser>;
}
