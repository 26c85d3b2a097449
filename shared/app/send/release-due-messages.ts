import type { Clock } from '../clock.port.ts';
import type { DueList } from './due-list.port.ts';
import type { SendQueue } from './send-queue.port.ts';

/**
 * Puts every message that is due back on the send queue, where it is read and vetted again. A crash repeats and never
 * skips; a message released twice is claimed once. Resolves to how many were released.
 */
export const releaseDueMessages = async (ports: {
  readonly clock: Clock;
  readonly dueList: DueList;
  readonly sendQueue: Pick<SendQueue, 'put'>;
}): Promise<number> =>
  ports.dueList.releaseUpTo(ports.clock.now(), async (due) => {
    await Promise.all(due.map((reference) => ports.sendQueue.put({ ...reference, attempt: 0 }, 0)));
  });
