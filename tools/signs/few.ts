import type { Weights } from '#shared/domain/message/signs/weighing.ts';
import type { Example } from './learn.ts';

/** Begins the name of a feature of a message of few words, after its language: `fr:_panier`. */
const OF_FEW = '_';
const ofFew = (feature: string): string => feature.replace(/^(?:fr:|en:)?/, `$&${OF_FEW}`);
const ofAny = (feature: string): string => feature.replace(/^(fr:|en:)?_(?=.)/s, '$1');

/**
 * An example whose sentences show, where it has few words, each feature as that of any message and as one of such a message: so
 * they learn from all messages, and apart what is otherwise in theirs (H. Daumé III, "Frustratingly Easy Domain Adaptation", 2007).
 */
export const withFewApart = (example: Example): Example =>
  example.teachesFew
    ? { ...example, sentences: example.sentences.map((features) => [...features, ...features.map(ofFew)]) }
    : example;

/** What a feature of a message of few words weighs: as in any message, and as in one of them. */
export const added = ({ bias, of }: Weights): Weights => {
  const sums: Record<string, number> = {};
  for (const [feature, weight] of Object.entries(of)) {
    const name = ofAny(feature);
    sums[name] = (sums[name] ?? 0) + weight;
  }
  const sorted = Object.entries(sums).sort(([one], [other]) => (one < other ? -1 : 1));
  return { bias, of: Object.fromEntries(sorted.filter(([, weight]) => weight !== 0)) };
};
