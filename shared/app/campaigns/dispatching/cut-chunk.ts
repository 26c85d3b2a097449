import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import type { Chunk } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { AudiencePages } from '../../audience/audience-pages.port.ts';
import type { Clock } from '../../clock.port.ts';
import type { ChunkQueue, Running, Runs } from '../runs.port.ts';
import type { Due } from './look-at-run.ts';
import type { OfRamp } from './ramp-of-day.ts';

export interface CutPorts {
  readonly clock: Clock;
  readonly runs: Runs;
  readonly audience: Pick<AudiencePages, 'page'>;
  readonly queue: ChunkQueue;
}

/** What may be cut of a run, and where it is. */
export interface Cutting {
  readonly access: AdvertiserAccess;
  readonly running: Running;
  /** Recipients at most. */
  readonly share: number;
  /** What its route takes in a minute, which paces each chunk; of a run without a share it may not be known. */
  readonly perMinute: number;
  /** The number of the minute that was taken: whose turn it is hangs on it. */
  readonly minute: number;
  /** Pages of those whose time has come: by now, or all where the run was cancelled. */
  readonly due: () => Promise<Due>;
  /** Of those who are not counted on the day of its ramp yet, so many at most: any number where it has none. */
  readonly places: number;
  /** What its ramp leaves of the day, before these places were taken; absent: it has none. */
  readonly ofRamp?: OfRamp | undefined;
  /** Puts a chunk on the queue, at its place in the minute. */
  readonly send: (chunk: Chunk) => Promise<void>;
  /** From this instant on no other chunk is begun. */
  readonly until: Instant;
  /** Nobody is cut from its audience: all are put on pages of their hours first. */
  readonly isInWaves: boolean;
  /** Pages of the audience without anybody in them that are looked at before the next minute. */
  readonly mostEmpty: number;
}

export const nameOf = ({ advertiserId, campaignId, scheduledAt }: Occurrence): RunName => ({
  advertiserId,
  campaignId,
  scheduledAt,
});

/**
 * Stores a chunk and puts it on the queue; one without anybody is not stored. Resolves to the one that is there, which may be
 * another's of the same name: the audience may have changed since, and what was cut first holds.
 */
export const cut = async ({ runs }: CutPorts, { access, running, send }: Cutting, chunk: Chunk): Promise<Chunk> => {
  const run = nameOf(running.occurrence);
  if (chunk.recipients.length === 0) return chunk;
  const found = await runs.cut(access, run, chunk);
  if (found.isOpen) await send(found.chunk);
  return found.chunk;
};
