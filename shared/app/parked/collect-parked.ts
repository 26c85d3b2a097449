import type { GivenUp, LastQueue, ParkedList } from './parked.port.ts';

export interface CollectPorts {
  readonly parked: ParkedList;
  readonly lastQueues: readonly LastQueue[];
  readonly givenUp: GivenUp;
}

/** What a queue or the stream gave up by itself, without a word. */
const GAVE_UP = 'gave-up';

/**
 * Brings what could not be handled into one place: from the queues where work stops, and from the bucket of given-up stream
 * records. Each is kept first and then removed where it lay, so that a crash repeats and never loses. Resolves to how many.
 */
export const collectParked = async (ports: CollectPorts, hasTime: () => boolean): Promise<number> => {
  const counts = await Promise.all([
    ...ports.lastQueues.map((queue) => collectQueue(ports.parked, queue, hasTime)),
    collectGivenUp(ports, hasTime),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
};

const collectQueue = async (parked: ParkedList, queue: LastQueue, hasTime: () => boolean): Promise<number> => {
  let collected = 0;
  let messages = hasTime() ? await queue.take() : [];
  while (messages.length > 0) {
    for (const { body, reason, remove } of messages) {
      await parked.keep(queue.from, reason ?? GAVE_UP, body);
      await remove();
    }
    collected += messages.length;
    messages = hasTime() ? await queue.take() : [];
  }
  return collected;
};

const collectGivenUp = async ({ parked, givenUp }: CollectPorts, hasTime: () => boolean): Promise<number> => {
  let collected = 0;
  let batches = hasTime() ? await givenUp.take() : [];
  while (batches.length > 0) {
    for (const { from, changes, remove } of batches) {
      for (const change of changes) await parked.keep(from, GAVE_UP, change);
      await remove();
      collected += changes.length;
    }
    batches = hasTime() ? await givenUp.take() : [];
  }
  return collected;
};
