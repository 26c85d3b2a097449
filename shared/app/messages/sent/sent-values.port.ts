import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { EncryptedHoles } from '../messages.port.ts';

/** The chunk of whose recipients they are, by what its outcome says of it: two workers of one chunk write two objects. */
export type OfChunk = Pick<RunName, 'campaignId' | 'scheduledAt'> & Pick<ChunkResult, 'chunkId' | 'settledAt'>;

/** What the messages of a chunk said of each reader alone, by contact. */
export type HolesOfChunk = ReadonlyMap<ContactId, EncryptedHoles>;

/** What the messages of campaigns said of each reader alone, each encrypted under the key of its contact: one object for a chunk. */
export interface SentValues {
  /**
   * Stores them for as long as their advertiser keeps values, and resolves to these months, by which they are found again. Throws
   * `dependency-unavailable`, after so many milliseconds at the latest.
   */
  keep(access: AdvertiserAccess, of: OfChunk, holes: HolesOfChunk, timeoutMs: number): Promise<number>;
  /** Of one of them; `undefined`: nothing is kept of them, or no more. Throws `dependency-unavailable`. */
  of(
    access: AdvertiserAccess,
    chunk: OfChunk & { readonly valuesMonths: number },
    contactId: ContactId,
  ): Promise<EncryptedHoles | undefined>;
}
