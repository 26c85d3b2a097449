import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';

/** What a report says against a run. */
export type ReportedKind = 'complaint' | 'bounce';

/** Counts what is reported of the mails of runs. */
export interface RunFeedback {
  /** Once for each recipient and kind, however often it is reported. Nothing, where the message is of no run. */
  note(access: AdvertiserAccess, messageId: MessageId, contactId: ContactId, kind: ReportedKind): Promise<void>;
}
