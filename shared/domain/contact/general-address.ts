import { countryOf, isRoleAddress } from './address-facts.ts';
import type { DeclaredFacts } from './contact.ts';
import { isPublicMailbox } from './mailbox-hosts.ts';
import { isFrenchMobile } from './phone/national-number.ts';

/**
 * `contact@` and the like at a host of the house's own, or a number of whoever French rules answer for (D15) that is no mobile: where a legal person is declared there, it is that
 * legal person's (FR-B2B-2). Takes the address as it is delivered to.
 */
export const isGeneralAddress = (address: string, declared: Pick<DeclaredFacts, 'country'>): boolean =>
  address.includes('@')
    ? isRoleAddress(address) && !isPublicMailbox(address)
    : countryOf(address, declared).pack === 'france' && !isFrenchMobile(address);
