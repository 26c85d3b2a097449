import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { numberOf } from '#shared/domain/contact/address.ts';
import { contactOf } from './contact-of.ts';
import type { Address, Fingerprints } from './fingerprints.port.ts';
import { type ContactStory, getContact, type StoryPorts } from './get-contact.ts';

/** Finds a contact by its address. Throws `contact-not-found`, and `invalid-request` when it is no address. */
export const lookUpContact = async (
  ports: StoryPorts & { readonly fingerprints: Fingerprints },
  { access, address }: { readonly access: AdvertiserAccess; readonly address: Address },
): Promise<ContactStory> => {
  const { contactId } = await contactOf(ports.fingerprints, access, address);
  return getContact(ports, { access, contactId, ...numberOf(address) });
};
