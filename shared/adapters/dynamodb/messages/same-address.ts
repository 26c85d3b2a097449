import type { Address } from '#shared/app/contacts/fingerprints.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { SameAddress } from '#shared/app/oppositions/same-address.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import type { KeyedNames, StoredNames } from '../../crypto/fingerprints.ts';

interface Deps {
  readonly names: () => Promise<Pick<KeyedNames, 'idsOf' | 'isOnlyName'>>;
  readonly stored: Pick<StoredNames, 'isContact'>;
  readonly messages: Pick<Messages, 'getWithSecrets'>;
}

/** The address of a message, where it can be known. */
const addressOf = async (
  { messages }: Deps,
  access: AdvertiserAccess,
  messageId: MessageId,
): Promise<Address | undefined> => {
  try {
    const found = await messages.getWithSecrets(access, messageId);
    const kind = found && addressKindOf(found.message.channel);
    return kind && found.secrets.address !== '' ? { kind, value: found.secrets.address } : undefined;
  } catch (error) {
    if (isRetryable(error)) throw error;
    return undefined;
  }
};

/** Reads and decrypts nothing of mails while one key is known and the message is named under it. Of a telephone number it reads the message, since one of overseas has two spellings. Of a message of a campaign nothing is stored: its contact was stored when it left. */
export const sameAddressOf = (deps: Deps): SameAddress => ({
  othersOf: async (access, { messageId, contactId, addressKind }) => {
    const names = await deps.names();
    if (names.isOnlyName(contactId, addressKind)) return [];
    const address = await addressOf(deps, access, messageId);
    if (address === undefined) return [];
    const others = names.idsOf(access.advertiserId, address).filter((id) => id !== contactId);
    const isStored = await Promise.all(others.map((id) => deps.stored.isContact(access, id)));
    return others.filter((_, index) => isStored[index]);
  },
});
