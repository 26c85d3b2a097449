import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';

/** Where a ciphertext lies; sealed with it, so that one moved to another item does not open. */
export const placeOfAddress = (scope: AdvertiserScope, contactId: ContactId): string =>
  `address/${scope.advertiserId}/${contactId}`;
export const placeOfSecrets = (scope: AdvertiserScope, messageId: MessageId): string =>
  `message/${scope.advertiserId}/${messageId}`;
