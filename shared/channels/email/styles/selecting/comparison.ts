import type { Selector } from 'css-what';
import type { Answer } from './attributes.ts';
import type { Node } from './block-tree.ts';

/** Elements and characters of selectors that are read for one mail; one of 100 KB with the usual sheets needs a tenth of it. */
const MOST = 1_000_000;
/** Parts of a selector around parts of it. */
const DEEPEST = 500;

/**
 * What was compared of one mail so far: each part of a selector with each element once at most. What may be read is limited, so that
 * no mail keeps whoever reads its styles busy: past that, `isSpent`, and every answer is in doubt.
 */
export interface Comparison {
  /** False where links will be put among the elements of the author, so that the positions of elements are in doubt. */
  readonly isWhole: boolean;
  left: number;
  depth: number;
  /** Of the selector that is compared now. */
  answers: Map<readonly Selector[], Map<string, Map<Node, Answer>>>;
}

export const comparisonOf = (isWhole = true): Comparison => ({ isWhole, left: MOST, depth: 0, answers: new Map() });

export const isSpent = ({ left }: Comparison): boolean => left < 0;

/** Begins to compare another selector. */
export const begin = (comparison: Comparison, selector: string): void => {
  comparison.answers = new Map();
  comparison.left -= selector.length;
};

/** It is spent, or a selector is nested deeper than is read. */
export const isTooMuch = (comparison: Comparison): boolean => isSpent(comparison) || comparison.depth > DEEPEST;

/** Answers that are known of so many tokens of a list: of elements themselves, of those before them, of those within. */
export const keptOf = (
  comparison: Comparison,
  tokens: readonly Selector[],
  end: number,
  of: 'itself' | 'before' | 'within',
): Map<Node, Answer> => {
  const ofTokens = comparison.answers.get(tokens) ?? new Map<string, Map<Node, Answer>>();
  comparison.answers.set(tokens, ofTokens);
  const kept = ofTokens.get(`${of} ${end}`) ?? new Map<Node, Answer>();
  ofTokens.set(`${of} ${end}`, kept);
  return kept;
};
