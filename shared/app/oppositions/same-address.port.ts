import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';

/** Other contacts of the address that a message went to (decision 0070). */
export interface SameAddress {
  /**
   * Contacts that the address of a message is, under another name than the one that it was accepted under. None of a mail while one key of
   * fingerprints is known, or where the message is no longer stored or cannot be read. Of a telephone the message is always read. Throws `dependency-unavailable`.
   */
  othersOf(
    access: AdvertiserAccess,
    message: { readonly messageId: MessageId; readonly contactId: ContactId; readonly addressKind: AddressKind },
  ): Promise<readonly ContactId[]>;
}
