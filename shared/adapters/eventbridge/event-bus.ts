import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventBus } from '#shared/app/outbox/event-bus.port.ts';
import type { OutgoingEvent } from '#shared/contracts/events/event.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';

/** PutEvents takes at most ten entries. */
const ENTRIES_PER_CALL = 10;

/** Every event of ours carries this source. */
const EVENT_SOURCE = 'aval';

const unreachable = (cause: unknown) => dependencyUnavailable('The event bus', cause);

const entryOf = (busName: string, { type, detail }: OutgoingEvent) => ({
  EventBusName: busName,
  Source: EVENT_SOURCE,
  DetailType: type,
  Detail: JSON.stringify(detail),
});

/** Publishes in order; throws `dependencyUnavailable` when the bus took any entry of the call badly. */
export const eventBusOf = (client: EventBridgeClient, busName: string): EventBus => ({
  publish: async (events) => {
    for (let from = 0; from < events.length; from += ENTRIES_PER_CALL) {
      const Entries = events.slice(from, from + ENTRIES_PER_CALL).map((event) => entryOf(busName, event));
      const answer = await orUnavailable(client.send(new PutEventsCommand({ Entries })), unreachable);
      if (answer.FailedEntryCount) throw unreachable(undefined);
    }
  },
});
