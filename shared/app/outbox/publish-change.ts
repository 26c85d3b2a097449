import { eventsOf } from '#shared/contracts/events/events.ts';
import type { Change, MessageChange } from '#shared/domain/change.ts';
import { journalEntryOf } from '#shared/domain/ledger/journal-entry.ts';
import { type NotifyingPorts, openNotifications } from '../partners/open-notifications.ts';
import type { Journal } from '../restore/journal.port.ts';
import type { SendQueue } from '../send/send-queue.port.ts';
import type { EventBus } from './event-bus.port.ts';

/** True for the insert that makes a message ready to send. */
const isAccepted = (change: Change): change is MessageChange =>
  change.of === 'message' && change.before === undefined && change.after.status === 'accepted';

/** Where changes go. */
export interface PublishPorts {
  readonly sendQueue: Pick<SendQueue, 'put'>;
  readonly bus: EventBus;
  readonly journal: Journal;
  readonly partners: NotifyingPorts;
}

/**
 * Carries one change out: an accepted message to the send queue, what lets fewer messages leave to the journal, facts to the
 * bus, and what partners must be notified of to what is due. Throws `dependency-unavailable`, and the stream brings the change again: others may see an event twice, never miss one,
 * and none sees what the journal has not.
 */
export const publishChange = async (ports: PublishPorts, change: Change): Promise<void> => {
  if (isAccepted(change)) {
    const { advertiserId, messageId } = change.after;
    await ports.sendQueue.put({ advertiserId, messageId, attempt: 0, putBack: 0 }, 0);
  }
  const entry = change.of === 'ledger' ? journalEntryOf(change) : undefined;
  if (entry !== undefined) await ports.journal.append(entry);
  const events = eventsOf(change);
  if (events.length > 0) await ports.bus.publish(events);
  if (change.of === 'ledger') await openNotifications(ports.partners, change);
};
