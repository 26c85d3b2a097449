import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { BoundIdentities, BoundIdentity, Identity } from '#shared/domain/advertiser/identity.ts';
import type { Instant } from '#shared/domain/ids.ts';

/** How what is bound to an advertiser changes. */
export interface IdentityChange {
  /** What is bound before; absent: nothing was ever. */
  readonly seen: BoundIdentities | undefined;
  /** All that is bound afterwards. */
  readonly next: readonly BoundIdentity[];
  readonly added: readonly Identity[];
  readonly removed: readonly Identity[];
}

/** Settings that are put in force with a change of identities, in place of those that are in force now. */
export interface SettingsWithout {
  readonly current: Advertiser;
  readonly settings: AdvertiserSettings;
  readonly at: Instant;
}

/** Who may speak as whom. Every read is strongly consistent. */
export interface Identities {
  /** `undefined`: nothing was ever bound to this advertiser. */
  of(access: AdvertiserAccess): Promise<BoundIdentities | undefined>;
  /** Those of them that other advertisers hold: exclusive ones, and addresses of a domain that another one holds. */
  heldByOthers(access: AdvertiserAccess, identities: readonly Identity[]): Promise<readonly Identity[]>;
  /**
   * Stores the change, and with it the settings that no longer use what is gone: all or nothing. Throws `concurrent-change`
   * where somebody else changed either, or bound one of them to another advertiser meanwhile.
   */
  change(access: AdvertiserAccess, change: IdentityChange, without?: SettingsWithout): Promise<BoundIdentities>;
}
