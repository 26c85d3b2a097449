import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { Address } from '../contacts/fingerprints.port.ts';

/** An address to which the provider sends nothing for an advertiser, and why. */
export interface Suppression {
  /** As the provider has it. */
  readonly address: Address;
  /** The channel by which nothing is sent to it. */
  readonly channel: Channel;
  readonly reason: 'BOUNCE' | 'COMPLAINT';
  /** Of its last change. */
  readonly at: Instant;
}

/** One page of the list of an advertiser; `next` where there are more. */
interface SuppressionPage {
  readonly entries: readonly Suppression[];
  readonly next?: string | undefined;
}

/** The provider's own lists of addresses, one for each advertiser. Throws `dependency-unavailable`. */
export interface Suppressions {
  /** Empty for an advertiser to which the provider has no list. */
  page(advertiserId: AdvertiserId, from: string | undefined): Promise<SuppressionPage>;
  /** Takes an address off the list. Nothing where it is not on it, or of a kind that it does not hold. */
  remove(advertiserId: AdvertiserId, address: Address): Promise<void>;
}

/** How far today's round is: the advertisers are gone through by their ids. */
export interface Round {
  /** The day of it, in UTC: `2026-11-27`. */
  readonly day: string;
  /** Every advertiser up to this one is done. Absent: none is. */
  readonly done?: AdvertiserId | undefined;
  /** Of the next advertiser, where the list goes on. Absent: at its beginning. */
  readonly from?: string | undefined;
  /** Something before `from` could not be stored: once at its end, the list is read again. */
  readonly hasFailed?: true | undefined;
  readonly isWhole: boolean;
}

export interface Rounds {
  read(): Promise<Round | undefined>;
  store(round: Round): Promise<void>;
}
