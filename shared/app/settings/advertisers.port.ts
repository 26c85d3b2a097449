import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { Put } from './versions.port.ts';

export interface Advertisers {
  /** Cached for seconds. */
  get(access: AdvertiserAccess): Promise<Advertiser | undefined>;
  /** A stored past version. */
  getVersion(access: AdvertiserAccess, settingsVersion: number): Promise<Advertiser | undefined>;
  /** The version in force, as stored now: never cached. */
  current(access: AdvertiserAccess): Promise<Advertiser | undefined>;
  /** Versions, drafts among them, the newest first. */
  listVersions(access: AdvertiserAccess, page: PageAsked): Promise<Page<Advertiser>>;
  /**
   * Stores the next version, in place of `seen`, and its reply codes; the same settings again are no version. Without
   * `seen`, after the one that is in force now. Throws `identity-taken` for the SIREN of another advertiser, and
   * `concurrent-change` when another was stored, or what is bound was changed, meanwhile.
   */
  put(
    access: AdvertiserAccess,
    settings: AdvertiserSettings,
    at: Instant,
    seen?: {
      readonly current: Advertiser | undefined;
      /** The revision of the identities that the settings were checked against. */
      readonly bound?: number | undefined;
    },
  ): Promise<Advertiser>;
  /**
   * Stores the next version as a draft: what is in force stays, and neither SIREN nor reply codes are taken. The same draft
   * as the newest version stores nothing. Throws `concurrent-change` when another version was stored meanwhile.
   */
  putDraft(access: AdvertiserAccess, settings: AdvertiserSettings, at: Instant): Promise<Put<Advertiser>>;
}
