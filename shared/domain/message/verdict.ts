import * as z from 'zod/mini';
import { Instant, Sha256 } from '../ids.ts';

/** refuse > review > defer > allow. */
export const Outcome = z.enum(['allow', 'defer', 'review', 'refuse']);
export type Outcome = z.infer<typeof Outcome>;

/** One reason of a verdict as stored: a code and what it rests on. Sentences and citations are looked up by code. */
export const StoredReason = z.strictObject({
  code: z.string(),
  /** The article version that gave it: `l34-5/2020-07-26`. */
  article: z.optional(z.string()),
  /** The recorded fact it speaks of: a consent, sale or opposition id. */
  factId: z.optional(z.string()),
  detail: z.optional(z.string()),
});
export type StoredReason = z.infer<typeof StoredReason>;

/**
 * A verdict as stored (P4): codes and references, never a copy of the facts. Replaying the ledger to `seq` with these
 * versions at this instant gives the same answer.
 */
export const StoredVerdict = z.strictObject({
  outcome: Outcome,
  /** In the order of docs/readings.md; the first is the primary one. */
  reasons: z.array(StoredReason),
  /** Codes that change nothing but must be told: fallbacks, failed bases, stripped pixels. */
  notes: z._default(z.array(StoredReason), []),
  /** First lawful instant, for `defer`. */
  notBefore: z.optional(Instant),
  /** The cause a human must decide, for `review`: `form:newsletter@3`, `sale-type:free-account`. */
  cause: z.optional(z.string()),
  at: Instant,
  /** Ledger position read; 0 for an unknown contact. */
  seq: z.int(),
  settingsVersion: z.int(),
  rulebookVersion: z.string(),
  factsSha256: Sha256,
  /** Sends counted: by the caps and quotas. */
  sendsCounted: z.int(),
  /** Decisions of humans that it rests on, by cause and number: `sale-type:free-account#1` (D6). */
  decisions: z.optional(z.array(z.string())),
});
export type StoredVerdict = z.infer<typeof StoredVerdict>;
