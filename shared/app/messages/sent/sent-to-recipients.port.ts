import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { SentHoles } from '#shared/domain/message/sent-variant.ts';

/** What is known of a message that left, or may have, with the hashes of what was handed over. */
export type SentFacts = Pick<
  Message,
  | ('messageId' | 'contactId' | 'channel' | 'status' | 'template' | 'contentSha256' | 'verdict')
  | ('handedOffAt' | 'bytesSha256' | 'variantSha256')
>;

/** What went to recipients of campaigns, of which no message is stored: what came of each is with its chunk. */
export interface SentToRecipients {
  /**
   * What was handed over for them, from what came of their chunk or from its proof, and what it said of them alone, as far as that is kept
   * and their key is there. `undefined`: there is no such recipient. Throws `dependency-unavailable`.
   */
  find(
    access: AdvertiserAccess,
    messageId: MessageId,
    contactId: ContactId,
  ): Promise<{ readonly facts: SentFacts; readonly holes: SentHoles } | undefined>;
}
