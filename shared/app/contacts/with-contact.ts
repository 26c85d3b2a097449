import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isNamedOtherwise } from '#shared/domain/contact/named-otherwise.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import { contactOf, type NamedContact } from './contact-of.ts';
import type { Address, Fingerprints } from './fingerprints.port.ts';

/** Each try finds what the one before it met: more than two would be contacts that come and go. */
const TRIES = 4;

/**
 * Finds the contact of an address, and acts on it; where somebody stored the address under another key meanwhile, finds it again
 * and acts on that one. Throws `concurrent-change` after four tries, and as `contactOf`.
 */
export const withContact = async <T>(
  fingerprints: Fingerprints,
  access: AdvertiserAccess,
  address: Address,
  act: (contact: NamedContact) => Promise<T>,
): Promise<T> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      return await act(await contactOf(fingerprints, access, address));
    } catch (error) {
      if (!isNamedOtherwise(error)) throw error;
    }
  }
  throw concurrentChange();
};
