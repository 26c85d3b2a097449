/**
 * What features weigh, as `npm run signs` learns it from the labelled messages. A message that weighs the `threshold` of the
 * same file, or more, promotes.
 */
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

/** What such a link adds. */
const LINK = 3;
/** Weights stand in their file as whole numbers, so many to one. */
export const PARTS = 20;
/** A message without a word. */
const NOTHING = Number.NEGATIVE_INFINITY;

/**
 * How much a message promotes: as much as its strongest sentence. Sentences beside it take nothing away, so that no
 * promotion is made milder by what is said around it.
 */
export const weighMessage = ({ sentences, hasOtherLink }: Shown, weights: Weights): number => {
  if (sentences.length === 0) return NOTHING;
  const strongest = sentences.reduce((most, features) => Math.max(most, weigh(features, weights)), NOTHING);
  return strongest + (hasOtherLink ? LINK * PARTS : 0);
};
