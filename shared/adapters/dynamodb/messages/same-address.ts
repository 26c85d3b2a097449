import type { Clock } from '#shared/app/clock.port.ts';
import type { Address } from '#shared/app/contacts/fingerprints.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { SameAddress } from '#shared/app/oppositions/same-address.port.ts';
import type { VetReads } from '#shared/app/verdicts/vet-reads.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import { isKeyAway, isUnreadable } from '#shared/domain/unreadable.ts';
import type { KeyedNames, StoredNames } from '../../crypto/fingerprints.ts';

interface Deps {
  readonly names: () => Promise<Pick<KeyedNames, 'idsOf' | 'isOnlyName'>>;
  readonly stored: Pick<StoredNames, 'isContact'>;
  readonly messages: Pick<Messages, 'getWithSecrets'>;
  /** What is kept of a contact. */
  readonly vetReads: VetReads;
  readonly clock: Clock;
}

/** The address of a message. */
const addressOf = async ({ messages }: Deps, access: AdvertiserAccess, messageId: MessageId) => {
  const found = await messages.getWithSecrets(access, messageId);
  const kind = found && addressKindOf(found.message.channel);
  return kind && found.secrets.address !== '' ? { kind, value: found.secrets.address } : undefined;
};

/** The address that is kept with a contact. */
const addressKept = async (
  { vetReads, clock }: Deps,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<Address | undefined> => {
  const { address, standing } = await vetReads.read(access, contactId, clock.now());
  return address === undefined || standing === undefined ? undefined : { kind: standing.addressKind, value: address };
};

/** The first of these that can be known. */
const whereKnown = async (reads: readonly (() => Promise<Address | undefined>)[]): Promise<Address | undefined> => {
  for (const read of reads) {
    try {
      const found = await read();
      if (found !== undefined) return found;
    } catch (error) {
      // What is damaged says nothing, however often it is read.
      if (isKeyAway(error) || (isRetryable(error) && !isUnreadable(error))) throw error;
    }
  }
  return undefined;
};

/** Reads and decrypts nothing of mails while one key is known and the message is named under it. Of a telephone number it reads the message, since one of overseas has two spellings; of one of a campaign, which holds no number, what is kept with its contact. */
export const sameAddressOf = (deps: Deps): SameAddress => ({
  othersOf: async (access, { messageId, contactId, addressKind }) => {
    const names = await deps.names();
    if (names.isOnlyName(contactId, addressKind)) return [];
    const address = await whereKnown([
      () => addressOf(deps, access, messageId),
      () => addressKept(deps, access, contactId),
    ]);
    if (address === undefined) return [];
    const others = names.idsOf(access.advertiserId, address).filter((id) => id !== contactId);
    const isStored = await Promise.all(others.map((id) => deps.stored.isContact(access, id)));
    return others.filter((_, index) => isStored[index]);
  },
});
