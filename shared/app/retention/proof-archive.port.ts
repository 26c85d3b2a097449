import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';

/** What shows that something was sent, to whom, on what grounds: ids, codes, instants and hashes. Neither address nor merge value. */
export interface Proof {
  readonly advertiserId: AdvertiserId;
  /** What it is of: a contact, or a campaign. */
  readonly of: string;
  /** Its place among those of the same; the same proof has the same place, and what is known later replaces it. */
  readonly place: string;
  /** When it was sent: its term begins. */
  readonly at: Instant;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The restricted archive. Only what keeps proof writes it, and nothing that sends reads it. */
export interface ProofArchive {
  keep(access: AdvertiserAccess, proof: Proof, until: Instant): Promise<void>;
}
