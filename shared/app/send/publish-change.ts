import { eventsOf } from '#shared/contracts/events/events.ts';
import type { Change, MessageChange } from '#shared/domain/change.ts';
import type { EventBus } from './event-bus.port.ts';
import type { SendQueue } from './send-queue.port.ts';

/** True for the insert that makes a message ready to send. */
const isAccepted = (change: Change): change is MessageChange =>
  change.of === 'message' && change.before === undefined && change.after.status === 'accepted';

/**
 * Carries one change out: an accepted message to the send queue, facts to the bus. Throws `dependency-unavailable`, and
 * the stream brings the change again: others may see an event twice, never miss one.
 */
export const publishChange = async (
  ports: { readonly sendQueue: Pick<SendQueue, 'put'>; readonly bus: EventBus },
  change: Change,
): Promise<void> => {
  if (isAccepted(change)) {
    const { advertiserId, messageId } = change.after;
    await ports.sendQueue.put({ advertiserId, messageId, attempt: 0, putBack: 0 }, 0);
  }
  const events = eventsOf(change);
  if (events.length > 0) await ports.bus.publish(events);
};
