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

/** What a message shows: each of its sentences, whether it has few words, and whether a link leads where its reason does not. */
export interface Shown {
  readonly sentences: readonly Features[];
  readonly isOfFew: boolean;
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
export const weighMessage = ({ sentences, hasOtherLink }: Omit<Shown, 'isOfFew'>, weights: Weights): number => {
  if (sentences.length === 0) return NOTHING;
  const strongest = sentences.reduce((most, features) => Math.max(most, weigh(features, weights)), NOTHING);
  return strongest + (hasOtherLink ? LINK * PARTS : 0);
};

/** How much of what holds in any text is added to what was learned of few words. */
const OF_ANY = 0.2;

/** The weights of texts of few words: those that were learned of them, and a part of those of any text. The two together err less. */
export const ofFewWords = (few: Weights, any: Weights): Weights => {
  const of: Record<string, number> = { ...few.of };
  for (const [feature, weight] of Object.entries(any.of)) of[feature] = (of[feature] ?? 0) + OF_ANY * weight;
  return { bias: few.bias + OF_ANY * any.bias, of };
};
