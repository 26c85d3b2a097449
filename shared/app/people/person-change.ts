import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { JudgingAlsoPorts } from './following-consents.ts';
import type { TakeUpPorts } from './take-up-listed.ts';

export interface ChangePersonPorts extends TakeUpPorts, JudgingAlsoPorts {
  readonly advertisers: Advertisers;
  readonly fingerprints: Fingerprints;
}

/** The contact of which something is said, and who says it. */
export interface OfContact {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  readonly actor: Actor;
}

/** A person who is written to at another address. */
export interface AddressChange {
  readonly address: Address;
  /** Who made the change: consents follow the person alone. */
  readonly madeBy: 'person' | 'advertiser';
  readonly occurredAt?: Instant | undefined;
  readonly request: RequestHash;
}

/** What is said of the human behind a contact. */
export type PersonChange =
  | ({ readonly action: 'change-address' } & AddressChange)
  | { readonly action: 'unlink'; readonly reason: string }
  | { readonly action: 'merge'; readonly with: ContactId };

/** The contact as it is then: the new one, where the address changed. */
export interface ChangedPerson {
  readonly standing: Standing;
  readonly recordedAt: Instant;
  /** Of a change of address: what followed. */
  readonly oppositions?: number;
  readonly consents?: number;
  /** Of a merge: contacts that became those of this person. */
  readonly moved?: number;
}
