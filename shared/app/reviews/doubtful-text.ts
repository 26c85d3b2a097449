import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { LONGEST_WORDS_OF_REPLY } from '#shared/domain/review/reply-review.ts';
import type { Clock } from '../clock.port.ts';
import type { DoubtfulReplies } from './doubtful-replies.port.ts';

/** What a doubtful text needs, whoever brings it. */
export interface DoubtfulTextPorts {
  readonly doubtfulReplies: Pick<DoubtfulReplies, 'open'>;
  readonly clock: Clock;
}

/**
 * Opens the review of a text that is an opposition (`recordId`) until a human says otherwise (D20), once, with its words. Resolves to false where
 * the contact keeps no key: the opposition is final. Throws `dependency-unavailable`.
 */
export const openDoubtfulText = (
  { doubtfulReplies, clock }: DoubtfulTextPorts,
  access: AdvertiserAccess,
  { recordId, text }: { readonly recordId: FactId; readonly text: string },
): Promise<boolean> =>
  doubtfulReplies.open(access, {
    recordId,
    words: text.slice(0, LONGEST_WORDS_OF_REPLY),
    openedAt: clock.now(),
    way: 'sms-reply',
  });
