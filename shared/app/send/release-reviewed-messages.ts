import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { coversMessage } from '#shared/domain/review/review.ts';
import { countOf, oneAfterAnother, roundRobin } from '#shared/domain/round-robin.ts';
import type { Clock } from '../clock.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { DecidedReview, WaitingLists } from '../reviews/waiting-lists.port.ts';
import type { SendQueue } from './send-queue.port.ts';

interface Ports {
  readonly clock: Clock;
  readonly reviews: Pick<Reviews, 'get'>;
  readonly waitingLists: WaitingLists;
  readonly sendQueue: Pick<SendQueue, 'put'>;
}

/**
 * Puts the messages that waited on a decided cause back on the send queue, where they are read and vetted again. One
 * decision releases a million: page by page while there is time, each advertiser in turn, the rest at the next run. A crash
 * repeats and never skips; a message released twice is claimed once. Resolves to how many were released;
 * throws at the end for what failed or could not be read.
 */
export const releaseReviewedMessages = async (ports: Ports, hasTime: () => boolean): Promise<number> => {
  const { decided, unreadable } = await ports.waitingLists.listDecided();
  const byAdvertiser = Map.groupBy(decided, ({ advertiserId }) => advertiserId);
  const walks = [...byAdvertiser.values()].map((own) => oneAfterAnother(own.map((each) => releaseOne(ports, each))));
  const released = countOf(await roundRobin(walks, { hasTime }));
  if (unreadable > 0) throw new Error(`${unreadable} entries of the list of decisions are not in its schema`);
  return released;
};

async function* releaseOne(ports: Ports, decided: DecidedReview): AsyncGenerator<number> {
  const access = admit(decided.advertiserId);
  const decision = (await ports.reviews.get(access, decided.reviewId))?.decision;
  const now = ports.clock.now();
  yield* ports.waitingLists.releaseWaiting(access, decided, {
    covers: (waiting) => decision !== undefined && coversMessage(decision, now, waiting),
    release: async (waiting) => {
      await Promise.all(waiting.map((reference) => ports.sendQueue.put({ ...reference, attempt: 0 }, 0)));
    },
  });
}
