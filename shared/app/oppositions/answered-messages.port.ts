import type { MessageReference } from '../send/send-queue.port.ts';

/** The messages to which the provider gave this id, of every advertiser: a reply names none. None where they are no longer kept. */
export interface AnsweredMessages {
  withProviderId(providerMessageId: string): Promise<readonly MessageReference[]>;
}
