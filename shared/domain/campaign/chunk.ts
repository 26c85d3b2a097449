import * as z from 'zod/mini';
import { ContactId, Instant } from '../ids.ts';
import { COUNTED, COUNTED_AGAIN } from './ramp/ramped.ts';
import { RecipientOutcome } from './recipient.ts';

/** Recipients of a run that are taken up together: what is stored of them until they end. */

/** One recipient of a chunk; `notBefore`: its wave. */
export const ChunkRecipient = z.strictObject({ contactId: ContactId, notBefore: z.optional(Instant) });
export type ChunkRecipient = z.infer<typeof ChunkRecipient>;

/** Recipients that one worker takes on together. Stored until they all have an outcome. */
export const Chunk = z.strictObject({
  ...COUNTED_AGAIN,
  chunkId: z.string(),
  scheduledAt: Instant,
  /** When it was cut, or was last put on the queue again. */
  cutAt: Instant,
  /** How often these recipients came up before. */
  turn: z.int(),
  /** In how many of these turns something unforeseen befell each of them. */
  unforeseen: z.optional(z.int()),
  /** How many its route took a minute as it was cut. Absent: it was not asked for, or a version before did not store it. */
  perMinute: z.optional(z.int()),
  recipients: z.array(ChunkRecipient),
  /** Where the cut ended in what it was cut from: who repeats it goes on there. */
  upTo: z.string(),
});
export type Chunk = z.infer<typeof Chunk>;

/** Recipients that come up again at the same minute. */
export const WaitingPage = z.strictObject({
  ...COUNTED,
  pageId: z.string(),
  scheduledAt: Instant,
  dueAt: Instant,
  turn: z.int(),
  unforeseen: z.optional(z.int()),
  /** It is not known whether they were written to; the others are still to be. */
  isUnknown: z.boolean(),
  /** All of them waited for their wave and were never taken up; absent: somebody was, or a version before stored it. */
  isWave: z.optional(z.literal(true)),
  /** Some of them were tried, and wait for a cause that may pass; absent: nobody was, or a version before stored it. */
  isTried: z.optional(z.literal(true)),
  contactIds: z.array(ContactId),
  /** How many of them were cut into chunks already. */
  cut: z.int(),
  /** How many of them wait on each cause that a human decides; absent: nobody does. */
  causes: z.optional(z.record(z.string(), z.int())),
  /** When these were vetted last; absent: nobody waits for a human. */
  vettedAt: z.optional(Instant),
});
export type WaitingPage = z.infer<typeof WaitingPage>;

/** What came of a chunk: put once, never changed. */
export const ChunkResult = z.strictObject({
  ...COUNTED_AGAIN,
  chunkId: z.string(),
  scheduledAt: Instant,
  settledAt: Instant,
  turn: z.int(),
  unforeseen: z.optional(z.int()),
  upTo: z.string(),
  /** For how many months what its messages said of each reader alone is kept beside it; absent: it is not kept. */
  valuesMonths: z.optional(z.int()),
  outcomes: z.array(RecipientOutcome),
});
export type ChunkResult = z.infer<typeof ChunkResult>;
