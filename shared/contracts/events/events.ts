import type { Change } from '../../domain/change.ts';
import { event as consentGiven } from './consent-given.v1.ts';
import { event as consentInvalidated } from './consent-invalidated.v1.ts';
import { event as consentWithdrawn } from './consent-withdrawn.v1.ts';
import type { EventType, OutgoingEvent } from './event.ts';
import { event as messageDeferred } from './message-deferred.v1.ts';
import { event as messageInReview } from './message-in-review.v1.ts';
import { event as messageParked } from './message-parked.v1.ts';
import { event as messageRefused } from './message-refused.v1.ts';
import { event as messageSent } from './message-sent.v1.ts';
import { event as messageUnknown } from './message-unknown.v1.ts';
import { event as messageUnknownFinal } from './message-unknown-final.v1.ts';
import { event as oppositionRegistered } from './opposition-registered.v1.ts';
import { event as recordAnnulled } from './record-annulled.v1.ts';
import { event as reviewDecided } from './review-decided.v1.ts';
import { event as reviewOpened } from './review-opened.v1.ts';

/** Every type of event that is published. */
export const EVENT_TYPES: readonly EventType[] = [
  ...[consentGiven, consentWithdrawn, consentInvalidated, recordAnnulled, oppositionRegistered],
  ...[messageSent, messageRefused, messageDeferred, messageInReview],
  ...[messageUnknown, messageUnknownFinal, messageParked],
  ...[reviewOpened, reviewDecided],
];

/** The events that a change publishes (docs/events.md): past tense, versioned; ids and codes only (P8). */
export const eventsOf = (change: Change): readonly OutgoingEvent[] =>
  EVENT_TYPES.flatMap(({ type, from }) => {
    const detail = from(change);
    return detail === undefined ? [] : [{ type, detail }];
  });
