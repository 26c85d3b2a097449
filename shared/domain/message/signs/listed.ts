import type { TransactionalReason } from '../transactional-reason.ts';
import { namesOffer, saysOffer } from './advantages.ts';
import { takesOff } from './discounts.ts';
import { NAME_MARK, type Passages } from './reading.ts';
import { type SentenceSign, signsOfSentence, withoutExcused } from './sentences.ts';
import { languageOf, languageOfSentence } from './text-language.ts';

/** What the lists say of sentences. */
export const listedSigns = (
  { sentences }: Pick<Passages, 'sentences'>,
  reason: TransactionalReason | undefined,
): readonly SentenceSign[] => {
  const { language } = languageOf(sentences);
  return sentences.flatMap((sentence) => signsOfSentence(sentence, languageOfSentence(sentence, language), reason));
};

/** A sentence of fewer words is a name, a number or an item: only a discount and an invitation are looked for in it. */
const SHORTEST_PROSE = 5;

/** It has as many words as a sentence has. */
export const isProse = (sentence: string): boolean => (sentence.match(/[a-z]+/g) ?? []).length >= SHORTEST_PROSE;

/** An invitation to buy, in a few words. */
export const asksToBuy = (sentence: string): boolean =>
  /\b(?:profitez|decouvrez|achetez|commandez|offrez|venez|craquez|buy|shop|discover|enjoy)\b/.test(sentence);

/** Words of an advantage in a text that are none there: an amount that is less, a trial that runs, a voucher that was used. */
const NO_ADVANTAGE: readonly RegExp[] = [
  /moins (?:de )?\d[\d ,.]*€/g,
  /(?:votre|l'|your|the) ?(?:essai gratuit|free trial)/g,
  /bons? de (?:reduction|remise) utilises?/g,
];
/** A discount that was taken off, or should have been. */
const DEDUCTED_DISCOUNT =
  /(?:ete|est|deja|been|was) (?:deja |already )?(?:deduite?s?|appliquee?s?|deducted|applied|taken off)/;

const signOf = (sentence: string, isOfFew: boolean): readonly SentenceSign[] => {
  if (DEDUCTED_DISCOUNT.test(sentence)) return [];
  if (takesOff(sentence)) return ['discount'];
  return isOfFew && (saysOffer(sentence) || namesOffer(sentence)) ? ['call-to-buy'] : [];
};

/**
 * The signs of sentences that offer in so many words, by the lists that merge values are read with: they count whatever the words of a
 * text weigh. What is taken off a price ("-20 %") does in any text; other words of an advantage ("votre panier vous attend", "vente flash") in one
 * of few words, as a value is: in a longer one they may name what was given already.
 */
export const outrightSigns = (
  { sentences }: Pick<Passages, 'sentences'>,
  isOfFew: boolean,
): readonly SentenceSign[] => {
  const { language } = languageOf(sentences);
  return sentences.flatMap((marked) => {
    const unmarked = marked.replaceAll(NAME_MARK, '');
    const sentence = withoutExcused(unmarked, languageOfSentence(unmarked, language));
    return signOf(
      NO_ADVANTAGE.reduce((left, phrase) => left.replace(phrase, ' '), sentence),
      isOfFew,
    );
  });
};
