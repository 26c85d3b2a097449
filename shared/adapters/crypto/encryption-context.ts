import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';

/**
 * The encryption context of an address: the additional authenticated data (AAD) of AES-256-GCM. It names the item that
 * holds the ciphertext, so that a ciphertext copied to another item cannot be decrypted.
 */
export const contextOfAddress = (scope: AdvertiserScope, contactId: ContactId): string =>
  `address/${scope.advertiserId}/${contactId}`;
/** The encryption context of a message's secrets, as above. */
export const contextOfSecrets = (scope: AdvertiserScope, messageId: MessageId): string =>
  `message/${scope.advertiserId}/${messageId}`;
