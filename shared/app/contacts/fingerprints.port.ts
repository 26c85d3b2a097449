import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';

/** An address as a caller gives it. */
export type Address = { readonly kind: AddressKind; readonly value: string };

export interface Fingerprints {
  /** The contact's id, from the normalised address under the advertiser's key. Throws `invalidRequest` when unreadable. */
  contactIdOf(advertiserId: AdvertiserId, address: Address): ContactId;
  /** The keyed fingerprint of a `personRef`. */
  personOf(advertiserId: AdvertiserId, personRef: string): string;
}
