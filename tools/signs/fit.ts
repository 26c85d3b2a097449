import { PARTS, type Weights, weighMessage } from '#shared/domain/message/signs/weighing.ts';
import { added, withFewApart } from './few.ts';
import { countsIn, type Example, learn } from './learn.ts';
import { randomFrom } from './random.ts';

/**
 * From where on a message promotes, in parts. Chosen on writers held out whole: lower, and a few more promoting messages
 * are seen for many more transactional ones to review (decision 0023).
 */
export const THRESHOLD = 10;
/** The same for a message of few words. */
export const THRESHOLD_OF_FEW = 35;

const SEEDS = [7, 108];
/** As many as a bundle has room for: those that weigh most are learned again without the others. */
const MOST_FEATURES = 6000;

/** Those that weigh much, and of them rather those that many messages show. */
const heaviest = ({ of }: Weights, counts: ReadonlyMap<string, number>): ReadonlySet<string> => {
  const ranked = Object.entries(of).map(([feature, weight]) => {
    const rank = Math.abs(weight) * Math.sqrt(counts.get(feature) ?? 0);
    return { feature, rank };
  });
  ranked.sort((one, other) => other.rank - one.rank || (one.feature < other.feature ? -1 : 1));
  return new Set(ranked.slice(0, MOST_FEATURES).map(({ feature }) => feature));
};

const inParts = ({ bias, of }: Weights): Weights => ({
  bias: Math.round(bias * PARTS),
  of: Object.fromEntries(
    Object.entries(of)
      .map(([feature, weight]) => [feature, Math.round(weight * PARTS)] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  ),
});

/** Several that were learned in another order each; together they err less than one. */
const mean = (several: readonly Weights[]): Weights => {
  const of: Record<string, number> = {};
  for (const each of several)
    for (const [feature, weight] of Object.entries(each.of)) of[feature] = (of[feature] ?? 0) + weight / several.length;
  return { bias: several.reduce((sum, { bias }) => sum + bias / several.length, 0), of };
};

const learned = (examples: readonly Example[], among?: ReadonlySet<string>): Weights =>
  mean(SEEDS.map((seed) => learn(examples, randomFrom(seed), among)));

/** Messages that promote and are not seen are learned again, so many times more. */
const AGAIN = 4;
/** How clearly each is to be seen, above the threshold. */
const MARGIN = 15;

const unseenAmong = (examples: readonly Example[], weights: Weights): readonly Example[] =>
  examples.filter((example) => example.promotes && weighMessage(example, inParts(weights)) < THRESHOLD + MARGIN);

/** Learns from the examples, in whole numbers: first what weighs at all, then how much, then what was not seen once more. */
export const weightsFrom = (examples: readonly Example[]): Weights => {
  const among = heaviest(learned(examples), countsIn(examples));
  const missed = unseenAmong(examples, learned(examples, among));
  return inParts(learned([...examples, ...Array.from({ length: AGAIN }, () => missed).flat()], among));
};

/** How clearly those of few words are to be read: the promoting ones above the threshold, the transactional ones below it. */
const ABOVE = 20;
const BELOW = 10;

/** Those that are misread, or nearly; a longer one that is transactional is left as it is. */
const misreadOfFew = (examples: readonly Example[], weights: Weights): readonly Example[] =>
  examples.filter((example) => {
    const above = weighMessage(example, inParts(weights)) - THRESHOLD_OF_FEW;
    return example.promotes ? above < ABOVE : example.teachesFew && above >= -BELOW;
  });

/**
 * What a message of few words weighs. All messages teach it; what is learned of those of few words is learned apart as well, and
 * added. Those that are misread are learned once more, the transactional ones too.
 */
export const weightsOfFewFrom = (examples: readonly Example[]): Weights => {
  const apart = examples.map(withFewApart);
  const among = heaviest(learned(apart), countsIn(apart));
  const misread = misreadOfFew(apart, learned(apart, among));
  return added(inParts(learned([...apart, ...Array.from({ length: AGAIN }, () => misread).flat()], among)));
};
