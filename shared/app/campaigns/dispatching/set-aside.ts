import { allOf } from '#shared/domain/at-most.ts';
import type { Chunk, ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { isAllSelected } from '#shared/domain/campaign/held.ts';
import { type RecipientOutcome, WAVE_LATER } from '#shared/domain/campaign/recipient.ts';
import { dueWithin } from '#shared/domain/campaign/waiting.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type CuttingAudience, cutShards } from './cut-audience.ts';
import type { CutPorts } from './cut-chunk.ts';
import { type FoundRun, isInWaves } from './look-at-run.ts';

/** Recipients that are put on pages together: as many as a chunk has at most. They take some 13 write units. */
const TOGETHER = 50;
/** One partition takes 1,000 write units a second, and all of a run are in one: so many shards at a time write some 800. */
const SHARDS_AT_ONCE = 3;

/** Until when, and how many empty pages are read. */
interface Bounds {
  readonly until: Instant;
  readonly mostEmpty: number;
}

/**
 * Puts whoever of a run in waves is not on a page yet on the page of their hour, whatever the run may send: nobody of them is written to
 * before, so that they need no share, and at their hour nobody comes first for having been cut first. Resolves to the run as it is then. A
 * chunk of them is stored first, and settled as a worker settles it: of a dispatcher that dies between it is there still, also for one that ends the run.
 */
export const setAside = async (
  ports: Pick<CutPorts, 'clock' | 'runs' | 'audience'>,
  found: FoundRun,
  bounds: Bounds,
): Promise<FoundRun> => {
  const { access, run, campaign, occurrence } = found;
  if (!isInWaves(found) || isAllSelected(occurrence) || campaign.control !== 'running') return found;
  const store = async (chunk: Chunk): Promise<Chunk> => {
    if (chunk.recipients.length === 0) return chunk;
    const there = await ports.runs.cut(access, run, chunk);
    if (!there.isOpen) return there.chunk;
    const { cutAt, recipients, perMinute: _, ...rest } = there.chunk;
    const outcomes = recipients.map(
      ({ contactId, notBefore = cutAt }): RecipientOutcome => ({
        contactId,
        state: 'deferred',
        codes: [WAVE_LATER],
        dueAt: dueWithin(occurrence, notBefore),
      }),
    );
    const result: ChunkResult = { ...rest, settledAt: cutAt, outcomes };
    await ports.runs.settle(access, run, result);
    return there.chunk;
  };
  const cutting: CuttingAudience = { access, running: { campaign, occurrence }, ...bounds };
  const made = { recipients: TOGETHER, shardsAtOnce: SHARDS_AT_ONCE, store };
  const { count, cursors, done } = await cutShards(ports, cutting, Number.MAX_SAFE_INTEGER, made);
  const to = { cursors: [...cursors], cut: occurrence.cut + count };
  const isFurther = cursors.some((cursor, shard) => cursor !== occurrence.cursors[shard]);
  const isNoted = isFurther && (await ports.runs.advance(access, occurrence, to));
  allOf(done);
  return isNoted ? { ...found, occurrence: { ...occurrence, ...to, revision: occurrence.revision + 1 } } : found;
};
