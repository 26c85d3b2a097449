import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';

/** Which contacts got an answer by SMS, that their STOP is recorded or who writes. Each gets it once, until an earlier one counts no more. */
export interface Confirmations {
  /**
   * True where nothing was claimed since `countsFrom`, as the last time that the person agreed; then it is claimed now. Absent:
   * what was claimed once counts for good.
   */
  claim(
    access: AdvertiserAccess,
    contactId: ContactId,
    claim: { readonly at: Instant; readonly countsFrom?: Instant | undefined },
  ): Promise<boolean>;
  /** Takes back the claim of that instant, where nothing was sent. */
  release(access: AdvertiserAccess, contactId: ContactId, at: Instant): Promise<void>;
}
