import type { AdvertiserId, MessageId } from '#shared/domain/ids.ts';

/** A pointer to a message, as the send queue and the due list carry it: no personal data. */
export interface MessageReference {
  readonly advertiserId: AdvertiserId;
  readonly messageId: MessageId;
}

/** What the send queue holds for a message. Only the entry of its latest put-back is acted on. */
export interface QueueEntry extends MessageReference {
  /** Failed tries so far: each doubles the next delay. */
  readonly attempt: number;
  /** Which put-back of the message made the entry; 0: its acceptance. Absent: a release, which does not know the number. */
  readonly putBack?: number | undefined;
  /** Deliveries whose whole time this message used up alone. Absent: none. */
  readonly slow?: number | undefined;
}

export interface SendQueue {
  /** `delaySeconds`: at most 900 (SQS). */
  put(entry: QueueEntry, delaySeconds: number): Promise<void>;
  /** Keeps a message that can never be handled, with its reason, for a human to see and redrive. */
  park(body: string, reason: string): Promise<void>;
}
