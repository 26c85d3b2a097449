import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';

/** What shows that something was sent, to whom, on what grounds, or what was recorded: ids, codes, instants and hashes. Neither address nor merge value. */
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

/** Proof as the archive has it. */
export interface KeptProof extends Proof {
  /** Until when it is kept. */
  readonly until: Instant;
}

/** The restricted archive. Only what keeps proof writes it, and nothing that sends reads it. */
export interface ProofArchive {
  /** Throws `dependency-unavailable`. */
  keep(access: AdvertiserAccess, proof: Proof, until: Instant): Promise<void>;
}

/**
 * The same for what shows proof, or gives it to the person: what is past its term is not there. Throws `stored-unreadable` for what cannot be
 * decrypted, also while KMS is away, and `dependency-unavailable`.
 */
export interface ProofReader {
  /** The proof in a place: `SENT#<message>` or `EVENT#<seq>` of a contact, `CAMPAIGN` or `RESULT#<scheduledAt>#<chunk>` of a campaign. */
  find(access: AdvertiserAccess, of: string, place: string): Promise<KeptProof | undefined>;
  /** Some of the proof of a contact or a campaign by places that begin so; `next`: the place after which it goes on. */
  page(
    access: AdvertiserAccess,
    of: string,
    from: { readonly beginning: string; readonly after?: string | undefined; readonly limit?: number | undefined },
  ): Promise<{ readonly proofs: readonly KeptProof[]; readonly next: string | undefined }>;
}
