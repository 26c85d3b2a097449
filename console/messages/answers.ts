import * as z from 'zod/mini';
import { Reason, Remedy } from '../frame/answers.ts';

export const Message = z.object({
  id: z.string(),
  shortReference: z.string(),
  contactId: z.string(),
  channel: z.string(),
  template: z.optional(z.object({ templateId: z.string(), version: z.string() })),
  reference: z.optional(z.string()),
  test: z.optional(z.literal(true)),
  acceptedAt: z.string(),
  status: z.string(),
  dueAt: z.optional(z.string()),
  handedOffAt: z.optional(z.string()),
  parkedBecause: z.optional(z.string()),
  undeliveredBecause: z.optional(z.string()),
  verdict: z.optional(z.object({ reasons: z.array(Reason), notes: z.array(Reason) })),
  remedy: z.optional(Remedy),
});
export type Message = z.infer<typeof Message>;

export const Messages = z.object({ messages: z.array(Message), nextCursor: z.optional(z.string()) });
