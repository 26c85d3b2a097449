import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';

/** What a report says against a run. */
export type ReportedKind = 'complaint' | 'bounce';

/** Counts what is reported of the mails of runs. */
export interface RunFeedback {
  /**
   * Once for each recipient and kind, of bounces and what was suppressed once for both, however often it is reported. `suppressed`: a bounce by which
   * the provider kept a mail back, for what was reported of the address before. Nothing, where the message is of no run.
   */
  note(
    access: AdvertiserAccess,
    messageId: MessageId,
    contactId: ContactId,
    kind: ReportedKind | 'suppressed',
  ): Promise<void>;
}
