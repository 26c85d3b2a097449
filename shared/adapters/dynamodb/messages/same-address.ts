import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { SameAddress } from '#shared/app/oppositions/same-address.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import type { KeyedNames, StoredNames } from '../../crypto/fingerprints.ts';

interface Deps {
  readonly names: () => Promise<Pick<KeyedNames, 'idsOf' | 'isOnlyName'>>;
  readonly stored: Pick<StoredNames, 'stands'>;
  readonly messages: Pick<Messages, 'getWithSecrets'>;
}

/** The address of a message, where it can be known. */
const addressOf = async ({ messages }: Deps, access: AdvertiserAccess, messageId: MessageId): Promise<string> => {
  try {
    return (await messages.getWithSecrets(access, messageId))?.secrets.address ?? '';
  } catch (error) {
    if (isRetryable(error)) throw error;
    return '';
  }
};

/** Reads and decrypts nothing while one key is known and the message is named under it. Of a message of a campaign nothing is stored: its contact stood when it left. */
export const sameAddressOf = (deps: Deps): SameAddress => ({
  othersOf: async (access, { messageId, contactId }) => {
    const names = await deps.names();
    if (names.isOnlyName(contactId)) return [];
    const value = await addressOf(deps, access, messageId);
    if (value === '') return [];
    const kind = value.startsWith('+') ? 'phone' : 'email';
    const others = names.idsOf(access.advertiserId, { kind, value }).filter((id) => id !== contactId);
    const stand = await Promise.all(others.map((id) => deps.stored.stands(access, id)));
    return others.filter((_, index) => stand[index]);
  },
});
