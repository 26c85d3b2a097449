import type { Prohibition } from '../article.ts';

/**
 * What one edition of the rulebook changed in the edition before it. A text that ends keeps its sentences in the register,
 * with its period. An amendment is for what we changed: a sentence added, corrected or taken out.
 */
export interface Amendment {
  /** The edition that it made: its day, `2026-12-15`, or `2026-12-15.2` for a second one. Stored in verdicts. */
  readonly edition: string;
  /** Sentences that this edition has and the one before had not. */
  readonly added: readonly Prohibition[];
  /** Sentences as they were before: they still judge verdicts of earlier editions, and nothing else. */
  readonly removed: readonly Prohibition[];
}
