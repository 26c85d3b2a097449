import few from './few-weights.json' with { type: 'json' };
import { ofFewWords, type Shown, type Weights, weigh, weighMessage } from './weighing.ts';
import long from './weights.json' with { type: 'json' };

/** Weights as their file says them: those of words under their language. */
interface Learned {
  readonly threshold: number;
  readonly bias: number;
  readonly fr: Readonly<Record<string, number>>;
  readonly en: Readonly<Record<string, number>>;
  readonly both: Readonly<Record<string, number>>;
}

const weightsOf = ({ bias, fr, en, both }: Learned): Weights => ({
  bias,
  of: Object.fromEntries([
    ...Object.entries(both),
    ...Object.entries(fr).map(([name, weight]) => [`fr:${name}`, weight] as const),
    ...Object.entries(en).map(([name, weight]) => [`en:${name}`, weight] as const),
  ]),
});

const LONG = weightsOf(long);
const FEW = ofFewWords(weightsOf(few), LONG);

/** Its words weigh as much as those of messages that promote, or as those of ones of few words where it has few. */
export const promotes = (shown: Shown): boolean =>
  shown.isOfFew ? weighMessage(shown, FEW) >= few.threshold : weighMessage(shown, LONG) >= long.threshold;

/** The place of the sentence that weighs most. */
export const strongestOf = ({ sentences, isOfFew }: Omit<Shown, 'hasOtherLink'>): number => {
  const each = sentences.map((features) => weigh(features, isOfFew ? FEW : LONG));
  return each.reduce((strongest, weight, place) => (weight > (each[strongest] ?? weight) ? place : strongest), 0);
};
