import type { TransactionalReason } from '../transactional-reason.ts';
import { featuresOf } from './features.ts';
import { hasOtherLink } from './links.ts';
import type { Passages } from './reading.ts';
import { languageOf } from './text-language.ts';
import type { Shown } from './weighing.ts';

/** A line of an order or an invoice: how many, of what, at what price. What is sold there has names that promote. */
const ITEM = /^\d+ ?[x×] .{1,80} [-–—] ?[\d.,  ]+ ?(?:€|eur|£|gbp)\.?$/;

/** What can be weighed: all but the lines of items, which the lists read. */
export const withoutItems = (passages: Passages): Passages => ({
  ...passages,
  sentences: passages.sentences.filter((sentence) => !ITEM.test(sentence)),
});

/** What passages show to the weights, in their order. */
export const shownIn = (
  { sentences, links }: Passages,
  { reason, ownHosts }: { readonly reason: TransactionalReason | undefined; readonly ownHosts: readonly string[] },
): Shown => {
  const { language } = languageOf(sentences);
  return {
    sentences: sentences.map((sentence) => featuresOf(sentence, language, reason)),
    hasOtherLink: hasOtherLink({ links }, ownHosts, language),
  };
};
