import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Chunk, ChunkResult } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import type { ReportedKind } from '../run-feedback.port.ts';

/** A chunk that was cut: with a worker, or settled. */
type CutChunk = { readonly open: Chunk } | { readonly settled: ChunkResult };

/** What is recorded of a run and of those it wrote to, as its report reads it. Strongly consistent. */
export interface RunRecords {
  /** The chunks cut from the audience that were not taken away yet, in the order of their names; one of them may have its outcome. */
  openFirstChunks(access: AdvertiserAccess, run: RunName): Promise<readonly string[]>;
  /** Outcomes by the names of their chunks, after one of them; `next`: where it goes on. */
  outcomesAfter(
    access: AdvertiserAccess,
    run: RunName,
    after: string | undefined,
    most: number,
  ): Promise<{ readonly outcomes: readonly ChunkResult[]; readonly next: string | undefined }>;
  /** An outcome holds, whatever lies over it. `undefined`: no such chunk was ever cut. */
  chunk(access: AdvertiserAccess, run: RunName, chunkId: string): Promise<CutChunk | undefined>;
  /** Of whom something was reported of their message. */
  reported(access: AdvertiserAccess, run: RunName): Promise<ReadonlyMap<ContactId, readonly ReportedKind[]>>;
  /** The oppositions of contacts; of one of whom nothing is recorded any more, or nothing readable, there are none. */
  oppositionsOf(
    access: AdvertiserAccess,
    contactIds: readonly ContactId[],
  ): Promise<ReadonlyMap<ContactId, readonly Opposition[]>>;
}
