import { event as eventRefused } from '#shared/contracts/events/inbound/event-refused.v1.ts';
import { event as eventTaken } from '#shared/contracts/events/inbound/event-taken.v1.ts';
import { campaignTimesView } from '#shared/domain/campaign/times/campaign-times.ts';
import { Failure, type Fault, isRetryable } from '#shared/domain/failure.ts';
import type { CreatedTimes, TakenEvent } from '#shared/domain/taken-event.ts';
import type { Clock } from './clock.port.ts';
import type { EventBus } from './outbox/event-bus.port.ts';

interface PutEvent {
  readonly eventId: string;
  /** Its type, where that is one that is known here. */
  readonly type: string | undefined;
}

/** What looks like the name of a field of ours, or a position: anything else may be a word of the sender. */
const NAME = /^(?:[A-Za-z_][A-Za-z_.-]{0,63}\d{0,4}|\d{1,4}|\?)$/;
const published = ({ pointer, detail, missing }: Fault) => ({
  pointer: pointer.replace(/[^/]+/g, (name) => (NAME.test(name) ? name : '?')),
  // What is missing in content is said with its words.
  ...(missing === undefined ? { detail } : {}),
});

const createdTimesView = ({ firstRun, runEndsBy, ...times }: CreatedTimes) => ({
  firstRun,
  runEndsBy,
  ...campaignTimesView(times),
});
const saidOf = ({ advertiserId, id, campaign }: TakenEvent) => ({
  advertiserId,
  id,
  ...(campaign === undefined ? {} : { campaign: createdTimesView(campaign) }),
});

/**
 * Takes an event of an application, and says on the bus what became of it, since nobody waits for an answer: first what it
 * asks is stored, then it is said, so that a crash says it twice and never says what is not so. Throws what `take` throws,
 * once a failure that will not go away by itself was published; and `dependency-unavailable` where the bus is away.
 */
export const answerEvent = async (
  { bus, clock }: { readonly bus: EventBus; readonly clock: Clock },
  { eventId, type }: PutEvent,
  take: () => Promise<TakenEvent>,
): Promise<TakenEvent> => {
  try {
    const taken = await take();
    await bus.publish([eventTaken.of({ eventId, type: type ?? '', ...saidOf(taken), takenAt: clock.now() })]);
    return taken;
  } catch (error) {
    if (error instanceof Failure && !isRetryable(error)) {
      const { code, errors } = error;
      const faults = errors.length === 0 ? {} : { errors: errors.map(published) };
      const of = type === undefined ? {} : { type };
      await bus.publish([eventRefused.of({ eventId, ...of, code, ...faults, refusedAt: clock.now() })]);
    }
    throw error;
  }
};
