import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, FactId, MessageId } from '#shared/domain/ids.ts';

/**
 * The encryption context of an address: the additional authenticated data (AAD) of AES-256-GCM. It names the item that
 * holds the ciphertext, so that a ciphertext copied to another item cannot be decrypted.
 */
export const contextOfAddress = (access: AdvertiserAccess, contactId: ContactId): string =>
  `address/${access.advertiserId}/${contactId}`;
/** The encryption context of the attributes of a contact, as above. */
export const contextOfAttributes = (access: AdvertiserAccess, contactId: ContactId): string =>
  `attributes/${access.advertiserId}/${contactId}`;
/** The encryption context of a message's secrets, as above. */
export const contextOfSecrets = (access: AdvertiserAccess, messageId: MessageId): string =>
  `message/${access.advertiserId}/${messageId}`;
/** The encryption context of what a message said of its reader alone, as above. */
export const contextOfHoles = (access: AdvertiserAccess, messageId: MessageId): string =>
  `sent/${access.advertiserId}/${messageId}`;
/** The encryption context of what people wrote about a request, as above. */
export const contextOfRequest = (access: AdvertiserAccess, id: FactId): string =>
  `request/${access.advertiserId}/${id}`;
/** The encryption context of what a person wrote in a reply, as above. */
export const contextOfReply = (access: AdvertiserAccess, recordId: FactId): string =>
  `reply/${access.advertiserId}/${recordId}`;
/** The encryption context of a key that is shared with a partner, as above. */
export const contextOfListKey = (access: AdvertiserAccess, keyId: string): string =>
  `list-key/${access.advertiserId}/${keyId}`;
/** The encryption context of what opens a text that is named by its hash, as above. */
export const contextOfText = (access: AdvertiserAccess, sha256: string): string =>
  `text/${access.advertiserId}/${sha256}`;
/** The encryption context of what is parked, as above. */
export const contextOfParked = (parkedId: string): string => `parked/${parkedId}`;
/** The encryption context of a part of a proof in the archive, as above. */
export const contextOfProof = (access: AdvertiserAccess, of: string, place: string, part: string): string =>
  `proof/${access.advertiserId}/${of}/${place}/${part}`;
