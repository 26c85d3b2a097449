import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';

/** Which contacts were notified that their STOP is recorded. Each is notified once, until it agrees again. */
export interface Confirmations {
  /**
   * True where nothing was claimed since `agreedAt`, the last time that the person agreed; then it is claimed now. Absent:
   * never agreed.
   */
  claim(
    access: AdvertiserAccess,
    contactId: ContactId,
    claim: { readonly at: Instant; readonly agreedAt?: Instant | undefined },
  ): Promise<boolean>;
  /** Takes back the claim of that instant, where nothing was sent. */
  release(access: AdvertiserAccess, contactId: ContactId, at: Instant): Promise<void>;
}
