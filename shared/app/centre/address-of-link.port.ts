import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Address } from '../contacts/fingerprints.port.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';

/** The address that the message of a link went to. */
export interface AddressOfLink {
  /** In clear: to write to it, and to mask it. `undefined`: it is held no more. */
  of(access: AdvertiserAccess, link: OppositionToken): Promise<Address | undefined>;
}
