import type { Chunk } from '#shared/domain/campaign/chunk.ts';
import { delayOf } from '#shared/domain/campaign/pace.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Clock } from '../../clock.port.ts';
import type { ChunkQueue, OpenChunk } from '../runs.port.ts';
import type { RunShare } from './share-minute.ts';

/** A chunk that goes on the queue; one that was there before says how many it has, if anything does. */
type Sent = Pick<OpenChunk, 'chunkId' | 'size'> & Partial<Pick<Chunk, 'recipients'>>;

/**
 * Puts chunks of a run on the queue, each at the place that its recipients have among all of its route, so that no more come to the provider
 * at a time than it takes; one that has a time of its own, for so many seconds later. Several are put at once: each takes its place
 * before it is put. The line begins at `leavesFrom`, for all of them: what is put later waits for as much less.
 */
export const spreading = (
  { queue, clock }: { readonly queue: ChunkQueue; readonly clock: Clock },
  { found: { run, campaign }, line }: Pick<RunShare, 'found' | 'line'>,
  leavesFrom: Instant,
) => {
  const { recipients: together } = paceOf(campaign.channel);
  const delayAt = (index: number, size: number): number => {
    const [part, within] = [Math.floor(index / together), index % together];
    // Parts need not be full: where more than half of a chunk is of the next part, it leaves with that.
    const isOfNext = size > 2 * (together - within);
    const begins = line.places[isOfNext ? part + 1 : part];
    return delayOf(begins === undefined ? (line.places.at(-1) ?? 0) : begins + (isOfNext ? 0 : within), line);
  };
  let taken = 0;
  return async ({ chunkId, recipients, size = recipients?.length ?? together }: Sent, own?: number): Promise<void> => {
    const passed = (millisecondsOf(clock.now()) - millisecondsOf(leavesFrom)) / 1_000;
    const delay = own ?? Math.max(0, Math.ceil(delayAt(taken, size) - passed));
    if (own === undefined) taken += size;
    await queue.put({ ...run, chunkId }, delay);
  };
};
