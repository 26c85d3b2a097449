import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { TestRecipients } from '#shared/domain/message/test-recipients.ts';

/** The test recipients of each advertiser. */
export interface TestRecipientLists {
  /**
   * Adds these contacts as far as there is room. Resolves to all that are test recipients then. Throws `concurrent-change`
   * when another call changed them first, and then nothing was written.
   */
  add(access: AdvertiserAccess, contactIds: readonly ContactId[], at: Instant): Promise<TestRecipients>;
}
