import { once } from '#functions/wiring/once.ts';
import { table } from '#functions/wiring.ts';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { dueListOf } from '#shared/adapters/dynamodb/messages/due-list.ts';
import { waitingCountsOf, waitingListsOf } from '#shared/adapters/dynamodb/messages/waiting/waiting-lists.ts';
import { replyCodesOf } from '#shared/adapters/dynamodb/settings/reply-codes.ts';
import { eventBridgeClient } from '#shared/adapters/eventbridge/client.ts';
import { eventBusOf } from '#shared/adapters/eventbridge/event-bus.ts';
import { s3Client } from '#shared/adapters/s3/client.ts';
import { journalOf } from '#shared/adapters/s3/journal.ts';
import { sqsClient } from '#shared/adapters/sqs/client.ts';
import { parkingOf, sendQueueOf } from '#shared/adapters/sqs/send-queue.ts';
import type { EventBus } from '#shared/app/outbox/event-bus.port.ts';
import type { ReplyCodes } from '#shared/app/replies/reply-codes.port.ts';
import type { Journal } from '#shared/app/restore/journal.port.ts';
import type { WaitingCounts } from '#shared/app/reviews/waiting-counts.port.ts';
import type { WaitingLists } from '#shared/app/reviews/waiting-lists.port.ts';
import type { Claims } from '#shared/app/send/claims.port.ts';
import type { DueList } from '#shared/app/send/due-list.port.ts';
import type { SendQueue } from '#shared/app/send/send-queue.port.ts';

/** The composition root of what no caller waits for: the queues, the due list, the bus, the reply codes. */
type Needs<V extends string> = Readonly<Record<V, string>>;

export const sqs = /* @__PURE__ */ once((_env: object) => sqsClient());

/** Puts on the send queue. */
export const sendQueue = /* @__PURE__ */ once(
  (env: Needs<'SEND_QUEUE_URL'>): Pick<SendQueue, 'put'> => sendQueueOf(sqs(env), env.SEND_QUEUE_URL),
);

/** Keeps poison of the send queue. */
export const parking = /* @__PURE__ */ once(
  (env: Needs<'SEND_PARKED_QUEUE_URL'>): Pick<SendQueue, 'park'> => parkingOf(sqs(env), env.SEND_PARKED_QUEUE_URL),
);

/** Keeps what the outbox cannot carry out. */
export const outboxParking = /* @__PURE__ */ once(
  (env: Needs<'OUTBOX_PARKED_QUEUE_URL'>): Pick<SendQueue, 'park'> => parkingOf(sqs(env), env.OUTBOX_PARKED_QUEUE_URL),
);

/** Keeps replies by SMS that cannot be handled. */
export const replyParking = /* @__PURE__ */ once(
  (env: Needs<'SMS_REPLIES_PARKED_QUEUE_URL'>): Pick<SendQueue, 'park'> =>
    parkingOf(sqs(env), env.SMS_REPLIES_PARKED_QUEUE_URL),
);

/** Keeps events of applications that cannot be done. */
export const eventParking = /* @__PURE__ */ once(
  (env: Needs<'INBOUND_EVENTS_PARKED_QUEUE_URL'>): Pick<SendQueue, 'park'> =>
    parkingOf(sqs(env), env.INBOUND_EVENTS_PARKED_QUEUE_URL),
);

export const claims = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): Claims => claimsOf(table(env)));
export const dueList = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): DueList => dueListOf(table(env)));
export const waitingCounts = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): WaitingCounts => waitingCountsOf(table(env)),
);
export const waitingLists = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): WaitingLists => waitingListsOf(table(env)),
);
export const replyCodes = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): ReplyCodes => replyCodesOf(table(env)));
export const eventBus = /* @__PURE__ */ once(
  (env: Needs<'EVENT_BUS_NAME'>): EventBus => eventBusOf(eventBridgeClient(), env.EVENT_BUS_NAME),
);
/** Keeps what lets fewer messages leave, outside the table. */
export const journal = /* @__PURE__ */ once(
  (env: Needs<'JOURNAL_BUCKET'>): Journal => journalOf(s3Client(), env.JOURNAL_BUCKET),
);
