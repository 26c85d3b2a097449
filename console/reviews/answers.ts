import * as z from 'zod/mini';
import { Reason } from '../frame/answers.ts';

/** What a cause is about: a form, a template, or what somebody wrote back. */
const Subject = z.object({
  kind: z.string(),
  formId: z.optional(z.string()),
  templateId: z.optional(z.string()),
  version: z.optional(z.string()),
  wording: z.optional(z.string()),
  subject: z.optional(z.string()),
  text: z.optional(z.string()),
  words: z.optional(z.string()),
  assessment: z.optional(
    z.object({ model: z.string(), assessedAt: z.string(), answer: z.string(), part: z.optional(z.string()) }),
  ),
});
export type Subject = z.infer<typeof Subject>;

const Decided = z.object({
  decision: z.enum(['allowed', 'refused']),
  appliesTo: z.optional(
    z.object({ channels: z.optional(z.array(z.string())), offerCategories: z.optional(z.array(z.string())) }),
  ),
  until: z.optional(z.string()),
  reason: z.string(),
  decider: z.string(),
  decidedAt: z.string(),
});
export type Decided = z.infer<typeof Decided>;

export const Review = z.object({
  id: z.string(),
  cause: z.string(),
  status: z.enum(['open', 'decided']),
  openedAt: z.string(),
  decision: z.optional(Decided),
  reason: z.optional(Reason),
  subject: z.optional(Subject),
  waiting: z.number(),
});
export type Review = z.infer<typeof Review>;
export const Reviews = z.object({ reviews: z.array(Review), nextCursor: z.optional(z.string()) });
