import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { MessageReference } from '../send/send-queue.port.ts';

/** The messages to which the provider gave this id, of every advertiser: a reply names none. None where they are no longer kept. */
export interface AnsweredMessages {
  withProviderId(providerMessageId: string): Promise<readonly MessageReference[]>;
  /**
   * The recipient of a campaign with this id, where the provider gave it that one: no index has those. `undefined`: it is none, or has another.
   * Throws `dependency-unavailable`.
   */
  recipientNamed(
    access: AdvertiserAccess,
    recipient: { readonly messageId: MessageId; readonly contactId: ContactId },
    providerMessageId: string,
  ): Promise<Message | undefined>;
}
