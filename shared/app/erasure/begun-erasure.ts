import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import type { BegunErasure } from '#shared/domain/ledger/erasure.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import { othersOfPerson } from '../contacts/others-of-person.ts';
import type { GlimpsedEvent, Ledger } from '../records/ledger.port.ts';

/** The kind of address that the consents of a contact show; `undefined`: they show none, or both. */
const kindShownBy = (events: readonly GlimpsedEvent[]): AddressKind | undefined => {
  const channels = events.flatMap(({ consent }) => consent?.channels ?? []);
  const kinds = new Set(channels.flatMap((channel) => addressKindOf(channel) ?? []));
  return kinds.size === 1 ? [...kinds][0] : undefined;
};

/**
 * What an erasure notes of its contact, as long as it is there to be read.
 *
 * @param events those of the contact
 */
export const begunErasure = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { id, contactId }: { readonly id: FactId; readonly contactId: ContactId },
  events: readonly GlimpsedEvent[],
): Promise<BegunErasure> => ({
  id,
  otherContacts: await othersOfPerson(ledger, access, contactId, events),
  addressKind: kindShownBy(events),
});
