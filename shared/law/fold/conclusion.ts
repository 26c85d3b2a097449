import type { Outcome, StoredReason } from '#shared/domain/message/verdict.ts';

/** What the fold finds: the part of a verdict that follows from facts and rulebook alone. */
export interface Conclusion {
  readonly outcome: Outcome;
  readonly reasons: readonly StoredReason[];
  readonly notes: readonly StoredReason[];
  /** Of a refusal: those of its reasons that refuse. A human may still decide on the others, or they only put off; absent: all of them do. */
  readonly refusing?: readonly StoredReason[];
  /** First lawful instant, ms, for `defer`. */
  readonly notBefore?: number | undefined;
  /** What a human must decide, for `review`. */
  readonly cause?: string | undefined;
  /** Every cause on which a decision could change what was found; in order. */
  readonly causes: readonly string[];
}
