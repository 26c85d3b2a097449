import type { Chunk } from '#shared/domain/campaign/campaign.ts';
import { delayOf } from '#shared/domain/campaign/pace.ts';
import { paceOf } from '#shared/domain/message/channel.ts';
import type { ChunkQueue, OpenChunk } from '../runs.port.ts';
import type { Shared } from './share-out.ts';

/** A chunk that goes on the queue; one that was there before says how many it has, if anything does. */
type Sent = Pick<OpenChunk, 'chunkId' | 'size'> & Partial<Pick<Chunk, 'recipients'>>;

/**
 * Puts chunks of a run on the queue, each at the place that its recipients have among all of its route, so that no more come to the provider
 * at a time than it takes; one that has a time of its own, for so many seconds later. Several are put at once: each takes its place
 * before it is put.
 */
export const spreading = (queue: ChunkQueue, { found: { run, campaign }, line }: Pick<Shared, 'found' | 'line'>) => {
  const { recipients: together } = paceOf(campaign.channel);
  const delayAt = (index: number): number => {
    const begins = line.places[Math.floor(index / together)];
    return delayOf(begins === undefined ? (line.places.at(-1) ?? 0) : begins + (index % together), line);
  };
  let taken = 0;
  return async ({ chunkId, recipients, size = together }: Sent, own?: number): Promise<void> => {
    const delay = own ?? delayAt(taken);
    if (own === undefined) taken += recipients?.length ?? size;
    await queue.put({ ...run, chunkId }, delay);
  };
};
