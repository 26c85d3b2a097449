import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';

/** An address as a caller gives it. */
export type Address = { readonly kind: AddressKind; readonly value: string };

/** The contact of an address: the one that is stored, or the one that would be. */
interface FoundContact {
  readonly contactId: ContactId;
  /** What the same address is called under the other keys that are known: none of these may ever be another contact. */
  readonly otherIds: readonly ContactId[];
  /** Those of them under which the same address is stored as well: whatever is opposed at one is opposed at each. Absent: none. */
  readonly twinIds?: readonly ContactId[] | undefined;
}

/** The person of a `personRef`, by its keyed fingerprint, in the same way. */
export interface FoundPerson {
  readonly person: string;
  readonly others: readonly string[];
}

/**
 * Names from addresses. While several keys are known, what is stored under any of them is found: the oldest first, and what is
 * stored under none is to be made under the current one. Throws `dependency-unavailable` where that cannot be read.
 */
export interface Fingerprints {
  /** From the normalised address under the advertiser's keys. Throws `invalidRequest` when unreadable. */
  find(access: AdvertiserAccess, address: Address): Promise<FoundContact>;
  findPerson(access: AdvertiserAccess, personRef: string): Promise<FoundPerson>;
}
