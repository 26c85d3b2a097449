import { type Shown, type Weights, weigh, weighMessage } from './weighing.ts';
import learned from './weights.json' with { type: 'json' };

const inLanguage = (language: 'fr' | 'en'): readonly (readonly [string, number])[] =>
  Object.entries<number>(learned[language]).map(([name, weight]) => [`${language}:${name}`, weight]);

const WEIGHTS: Weights = {
  bias: learned.bias,
  of: { ...learned.both, ...Object.fromEntries([...inLanguage('fr'), ...inLanguage('en')]) },
};

/** Its words weigh as much as those of messages that promote. */
export const promotes = (shown: Shown): boolean => weighMessage(shown, WEIGHTS) >= learned.threshold;

/** The place of the sentence that weighs most. */
export const strongestOf = ({ sentences }: Shown): number => {
  const each = sentences.map((features) => weigh(features, WEIGHTS));
  return each.reduce((strongest, weight, place) => (weight > (each[strongest] ?? weight) ? place : strongest), 0);
};
