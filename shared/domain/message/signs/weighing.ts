/** What features weigh, as `npm run signs` learns it from the labelled messages; what promotes weighs more than 0. */
export interface Weights {
  /** What every sentence weighs, before anything is seen in it. */
  readonly bias: number;
  readonly of: Readonly<Record<string, number>>;
}

/** What one sentence shows: the names of its features. */
export type Features = readonly string[];

/** What a message shows: each of its sentences, and whether a link leads where its reason does not. */
export interface Shown {
  readonly sentences: readonly Features[];
  readonly hasOtherLink: boolean;
}

/** The sum of what a sentence shows. */
export const weigh = (features: Features, { bias, of }: Weights): number =>
  features.reduce((sum, feature) => sum + (of[feature] ?? 0), bias);

/** How much the sentences of a message count together beside its strongest. */
const SHARE_OF_ALL = 0.7;
/** What such a link adds. */
const LINK = 3;
/** Weights stand in their file as whole numbers, so many to one. */
export const PARTS = 20;
/** A message without a word. */
const NOTHING = Number.NEGATIVE_INFINITY;

/**
 * How much a message promotes: its strongest sentence, and a share of what all its sentences weigh on average, for one
 * that only promotes has another tone throughout than a transactional one.
 */
export const weighMessage = ({ sentences, hasOtherLink }: Shown, weights: Weights): number => {
  if (sentences.length === 0) return NOTHING;
  const each = sentences.map((features) => weigh(features, weights));
  const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
  return Math.max(...each) + SHARE_OF_ALL * mean + (hasOtherLink ? LINK * PARTS : 0);
};
