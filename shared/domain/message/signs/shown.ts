import type { TransactionalReason } from '../transactional-reason.ts';
import { featuresOf } from './features.ts';
import { hasOtherLink } from './links.ts';
import type { Passages } from './reading.ts';
import { languageOf } from './text-language.ts';
import type { Shown } from './weighing.ts';

/** In fewer words there is little to weigh a sentence against: they weigh otherwise there. */
const FEW_WORDS = 20;

/** How many words sentences have. */
export const wordsIn = (sentences: readonly string[]): number => (sentences.join(' ').match(/[a-z]+/g) ?? []).length;

/** What passages show to the weights, in their order. */
export const shownIn = (
  { sentences, links }: Passages,
  { reason, ownHosts }: { readonly reason: TransactionalReason | undefined; readonly ownHosts: readonly string[] },
): Shown => {
  const { language } = languageOf(sentences);
  return {
    sentences: sentences.map((sentence) => featuresOf(sentence, language, reason)),
    isOfFew: wordsIn(sentences) < FEW_WORDS,
    hasOtherLink: hasOtherLink({ links }, ownHosts, language),
  };
};
