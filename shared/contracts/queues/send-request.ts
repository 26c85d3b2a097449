import * as z from 'zod/mini';
import { AdvertiserId, MessageId } from '../../domain/ids.ts';

/** What the send queue carries: which message, and which of its put-backs this is (`QueueEntry`). Never personal data. */
export const SendRequest = z.strictObject({
  advertiserId: AdvertiserId,
  messageId: MessageId,
  attempt: z.int().check(z.gte(0)),
  putBack: z.optional(z.int().check(z.gte(0))),
  slow: z.optional(z.int().check(z.gte(0))),
});
export type SendRequest = z.infer<typeof SendRequest>;
