import type { AdvertiserId, ContactId } from '#shared/domain/ids.ts';
import type { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Review, ReviewDecision } from '#shared/domain/review/review.ts';
import type { EventBus, OutgoingEvent } from './event-bus.port.ts';
import type { SendQueue } from './send-queue.port.ts';

/** What others may know of a message: never its content or its address. */
type PublishedMessage = Pick<
  Message,
  | 'advertiserId'
  | 'messageId'
  | 'contactId'
  | 'channel'
  | 'status'
  | 'acceptedAt'
  | 'verdict'
  | 'dueAt'
  | 'handedOffAt'
  | 'settledAt'
  | 'providerMessageId'
  | 'parkedBecause'
>;

type Cause = Pick<Review, 'advertiserId' | 'reviewId' | 'cause'>;
/** What others may know of a decision: who took it and their words stay with the evidence. */
type PublishedDecision = Pick<ReviewDecision, 'decision' | 'scope' | 'until' | 'number' | 'decidedAt'>;

/** A change of the store that somebody outside must hear of. */
export type Change =
  | { readonly of: 'message'; readonly before: PublishedMessage | undefined; readonly after: PublishedMessage }
  | {
      readonly of: 'ledger';
      readonly advertiserId: AdvertiserId;
      readonly contactId: ContactId;
      readonly event: LedgerEvent;
    }
  | ({ readonly of: 'review' } & Cause & Pick<Review, 'openedAt'>)
  | ({ readonly of: 'decision'; readonly decision: PublishedDecision } & Cause);

const ledgerEvent = ({
  advertiserId,
  contactId,
  event,
}: Extract<Change, { of: 'ledger' }>): readonly OutgoingEvent[] => {
  const common = { advertiserId, contactId, seq: event.seq, recordedAt: event.recordedAt };
  switch (event.type) {
    case 'consent-given': {
      const { channels, purpose, givenAt, confirmation } = event.consent;
      if (confirmation === 'pending') return [];
      return [{ type: 'consent.given.v1', detail: { ...common, consentId: event.id, channels, purpose, givenAt } }];
    }
    case 'consent-withdrawn': {
      const { consentId, id: oppositionId, occurredAt } = event;
      return [{ type: 'consent.withdrawn.v1', detail: { ...common, consentId, oppositionId, occurredAt } }];
    }
    case 'consent-invalidated':
      return [{ type: 'consent.invalidated.v1', detail: { ...common, consentId: event.consentId } }];
    case 'record-annulled': {
      const { recordId, cause } = event;
      return [{ type: 'record.annulled.v1', detail: { ...common, recordId, cause } }];
    }
    case 'opposition-registered': {
      const { id: oppositionId, of, road, occurredAt, messageId } = event;
      const detail = { ...common, oppositionId, of, road, occurredAt, messageId };
      return [{ type: 'opposition.registered.v1', detail }];
    }
    default:
      return [];
  }
};

const messageEvent = ({ before, after }: Extract<Change, { of: 'message' }>): readonly OutgoingEvent[] => {
  const isNews = after.status !== before?.status || after.dueAt !== before?.dueAt;
  if (after.status === 'accepted' || !isNews) return [];
  const { verdict, acceptedAt: _, ...facts } = after;
  const detail = { ...facts, seq: verdict?.seq ?? 0, codes: verdict?.reasons.map(({ code }) => code) ?? [] };
  return [{ type: `message.${after.status}.v1`, detail }];
};

/** The events out that a change makes (docs/events.md): past tense, versioned; ids and codes only (P8). */
const eventsOf = (change: Change): readonly OutgoingEvent[] => {
  switch (change.of) {
    case 'ledger':
      return ledgerEvent(change);
    case 'message':
      return messageEvent(change);
    case 'review': {
      const { of: _, ...detail } = change;
      return [{ type: 'review.opened.v1', detail }];
    }
    case 'decision': {
      const { of: _, decision, ...cause } = change;
      return [{ type: 'review.decided.v1', detail: { ...cause, ...decision } }];
    }
  }
};

/** True for the insert that makes a message ready to send. */
const isAccepted = (change: Change): change is Extract<Change, { of: 'message' }> =>
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
    await ports.sendQueue.put({ advertiserId, messageId, attempt: 0 }, 0);
  }
  const events = eventsOf(change);
  if (events.length > 0) await ports.bus.publish(events);
};
