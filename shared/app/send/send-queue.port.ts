import type { AdvertiserId, MessageId } from '#shared/domain/ids.ts';

/** A pointer to a message, as the send queue and the due list carry it: no personal data. */
export interface MessageReference {
  readonly advertiserId: AdvertiserId;
  readonly messageId: MessageId;
}

export interface SendQueue {
  /** `attempt` counts put-backs; `delaySeconds` at most 900 (SQS). */
  put(reference: MessageReference & { attempt: number }, delaySeconds: number): Promise<void>;
  /** Keeps a message that can never be handled, with its reason, for a human to see and redrive. */
  park(body: string, reason: string): Promise<void>;
}
