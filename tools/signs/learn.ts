import { type Features, type Shown, type Weights, weigh } from '#shared/domain/message/signs/weighing.ts';
import { type Random, shuffled } from './random.ts';

/** One labelled message as it is learned from. */
export interface Example extends Shown {
  readonly promotes: boolean;
  /** It has few words, or little more: it teaches what such messages weigh. */
  readonly teachesFew: boolean;
  /** Where it is known which of its sentences promote. */
  readonly promoting?: readonly boolean[];
}

/** Of these sentences one at least promotes, or none does. */
interface Lesson {
  readonly sentences: readonly Features[];
  readonly promotes: boolean;
  /** How often it counts. */
  readonly weight: number;
}

/** A message that promotes somewhere is one lesson, where another gives one for each of its sentences. */
const OF_A_MESSAGE = 2;

/** Found by trying several on folds that were held out (decision 0023). */
const ROUNDS = 15;
const STEP = 0.1;
/** The share of features that a lesson leaves out, so that no word carries a verdict alone. */
const LEFT_OUT = 0.4;
const BIAS_BEFORE = -2;
/** A feature of one message alone teaches nothing of others. */
const LEAST_MESSAGES = 2;

const lessonsOf = ({ sentences, promotes, promoting }: Example): readonly Lesson[] => {
  if (promotes && promoting === undefined) return [{ sentences, promotes, weight: OF_A_MESSAGE }];
  return sentences.map((sentence, index) => ({
    sentences: [sentence],
    promotes: promoting?.[index] ?? false,
    weight: 1,
  }));
};

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/**
 * How far each sentence must give way, by the logistic loss; of a message that promotes without saying where, the
 * probability that one sentence does is 1 - ∏ (1 - p), so that the likely ones are drawn up and the others left.
 */
const slopesOf = (probabilities: readonly number[], promotes: boolean): readonly number[] => {
  if (!promotes) return probabilities;
  const none = probabilities.reduce((product, one) => product * (1 - one), 1);
  const some = Math.max(1e-6, 1 - none);
  return probabilities.map((one) => (-none / some) * one);
};

/** In how many messages each feature is. */
export const countsIn = (examples: readonly Example[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { sentences } of examples)
    for (const feature of new Set(sentences.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
};

const knownIn = (examples: readonly Example[]): ReadonlySet<string> =>
  new Set([...countsIn(examples)].filter(([, count]) => count >= LEAST_MESSAGES).map(([feature]) => feature));

/** Keeps the part of a step that a weight has not yet walked (AdaGrad). */
const stepper = () => {
  const walked = new Map<string, number>();
  return (feature: string, slope: number): number => {
    const total = (walked.get(feature) ?? 1e-8) + slope * slope;
    walked.set(feature, total);
    return (STEP * slope) / Math.sqrt(total);
  };
};

/**
 * Weights that separate the sentences that promote from the others: logistic regression by stochastic gradient descent.
 * The same examples and the same seed give the same weights. `among`: the features that may be weighed, where not all
 * may.
 */
export const learn = (examples: readonly Example[], random: Random, among?: ReadonlySet<string>): Weights => {
  const known = among ?? knownIn(examples);
  const lessons = examples.flatMap(lessonsOf);
  const of: Record<string, number> = Object.fromEntries([...known].map((feature) => [feature, 0]));
  const weights = { bias: BIAS_BEFORE, of };
  const step = stepper();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { sentences, promotes, weight } of shuffled(lessons, random)) {
      const seen = sentences.map((features) => features.filter((one) => known.has(one) && random() > LEFT_OUT));
      const slopes = slopesOf(
        seen.map((features) => sigmoid(weigh(features, weights))),
        promotes,
      );
      for (const [index, features] of seen.entries()) {
        const slope = (slopes[index] ?? 0) * (promotes ? weight : 1);
        weights.bias -= step('', slope);
        for (const feature of features) of[feature] = (of[feature] ?? 0) - step(feature, slope);
      }
    }
  return weights;
};
