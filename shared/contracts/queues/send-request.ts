import * as z from 'zod/mini';
import { AdvertiserId, MessageId } from '../../domain/ids.ts';

/** What the send queue carries: which message, and how often it was put back. Never personal data. */
export const SendRequest = z.strictObject({
  advertiserId: AdvertiserId,
  messageId: MessageId,
  attempt: z.int().check(z.gte(0)),
});
export type SendRequest = z.infer<typeof SendRequest>;
