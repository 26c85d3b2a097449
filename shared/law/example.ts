import type { BasisFacts } from './facts/basis.ts';
import type { Facts } from './facts/facts.ts';

/** What an example changes in a lawful situation of Tuesday 24 November 2026 at 11:00 in Paris. */
export interface ExampleChanges extends Partial<Facts> {
  /** Changes to the basis relied on. */
  readonly basis?: Partial<BasisFacts>;
  /** Wall clock where the recipient lives: `2026-11-29T22:10`; it also sets the day that chooses the law. */
  readonly local?: string;
  /** Call attempts, in days before the moment. */
  readonly callsDaysAgo?: readonly number[];
  /** Zones where the recipient may be; absent: Europe/Paris. */
  readonly zones?: readonly string[];
}

/**
 * An example beside a rule: words, changes, and what the sentence says of it; one sentence of law cannot allow. Exported
 * apart from the rule and used by tests and `npm run law` alone, so that no bundle holds it.
 */
export type Example = readonly [title: string, changes: ExampleChanges, says: 'forbidden' | 'not forbidden'];
