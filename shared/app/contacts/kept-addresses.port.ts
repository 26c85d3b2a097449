import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';

/** Whether an address is kept, for who need not know it. */
export interface KeptAddresses {
  /** Of which kind the address is that is kept with a contact. `undefined`: none is, or what is stored of the contact cannot be read. Strongly consistent. */
  kindOf(access: AdvertiserAccess, contactId: ContactId): Promise<AddressKind | undefined>;
}
