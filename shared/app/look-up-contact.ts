import type { AdvertiserScope } from '../domain/advertiser-scope.ts';
import { contactOf } from './contact-of.ts';
import { type ContactStory, getContact } from './get-contact.ts';
import type { Address, Fingerprints, FormVersions, Ledger } from './ports.ts';

/** Finds a contact by its address. Throws `contact-not-found`, and `invalid-request` when it is no address. */
export const lookUpContact = async (
  ports: { readonly ledger: Ledger; readonly formVersions: FormVersions; readonly fingerprints: Fingerprints },
  { scope, address }: { readonly scope: AdvertiserScope; readonly address: Address },
): Promise<ContactStory> => {
  const { contactId } = contactOf(ports.fingerprints, scope, address);
  return getContact(ports, { scope, contactId });
};
