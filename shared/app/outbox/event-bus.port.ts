import type { OutgoingEvent } from '#shared/contracts/events/event.ts';

/** Where events go out. Throws `dependency-unavailable` when the bus does not take them all. */
export interface EventBus {
  publish(events: readonly OutgoingEvent[]): Promise<void>;
}
