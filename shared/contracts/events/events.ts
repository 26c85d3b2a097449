import type { Change } from '../../domain/change.ts';
import { event as campaignChunkSettled } from './campaign/campaign-chunk-settled.v1.ts';
import { event as campaignFinished } from './campaign/campaign-finished.v1.ts';
import { event as consentGiven } from './contact/consent-given.v1.ts';
import { event as consentInvalidated } from './contact/consent-invalidated.v1.ts';
import { event as consentWithdrawn } from './contact/consent-withdrawn.v1.ts';
import { event as contactErased } from './contact/contact-erased.v1.ts';
import { event as oppositionRegistered } from './contact/opposition-registered.v1.ts';
import { event as recordAnnulled } from './contact/record-annulled.v1.ts';
import type { EventType, OutgoingEvent } from './event.ts';
import { event as messageDeferred } from './message/message-deferred.v1.ts';
import { event as messageInReview } from './message/message-in-review.v1.ts';
import { event as messageParked } from './message/message-parked.v1.ts';
import { event as messageRefused } from './message/message-refused.v1.ts';
import { event as messageSent } from './message/message-sent.v1.ts';
import { event as messageUndelivered } from './message/message-undelivered.v1.ts';
import { event as messageUnknown } from './message/message-unknown.v1.ts';
import { event as messageUnknownFinal } from './message/message-unknown-final.v1.ts';
import { event as reviewDecided } from './review/review-decided.v1.ts';
import { event as reviewOpened } from './review/review-opened.v1.ts';
import { event as sendingHalted } from './sending/sending-halted.v1.ts';
import { event as sendingResumed } from './sending/sending-resumed.v1.ts';

/** Every type of event that follows from a change of the store. */
export const EVENT_TYPES: readonly EventType[] = [
  ...[consentGiven, consentWithdrawn, consentInvalidated, recordAnnulled, oppositionRegistered, contactErased],
  ...[messageSent, messageRefused, messageDeferred, messageInReview],
  ...[messageUnknown, messageUnknownFinal, messageUndelivered, messageParked],
  ...[reviewOpened, reviewDecided],
  ...[campaignChunkSettled, campaignFinished],
  ...[sendingHalted, sendingResumed],
];

/** The events that a change publishes (docs/events.md): past tense, versioned; ids and codes only (P8). */
export const eventsOf = (change: Change): readonly OutgoingEvent[] =>
  EVENT_TYPES.flatMap(({ type, from }) => {
    const detail = from(change);
    return detail === undefined ? [] : [{ type, detail }];
  });
