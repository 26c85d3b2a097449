import type { TransactionalReason } from '../transactional-reason.ts';
import { takesOff, withoutShares } from './discounts.ts';
import type { Language } from './language.ts';
import { asksToBuy } from './listed.ts';
import { NAME_MARK, type Passages } from './reading.ts';
import { asksOther, isItem, type SentenceSign, signsOfSentence } from './sentences.ts';
import { languageOf } from './text-language.ts';

/** A line of an order or an invoice: how many, of what, at what price. What is sold there has names that promote. */
const ITEM = /^\d+ ?[x×] (.{1,80}) [-–—] ?([\d.,  ]+) ?(?:€|eur|£|gbp)\.?$/;

/** What can be weighed: all but the lines of items, which `signsOfItems` reads. */
export const withoutItems = (passages: Passages): Passages => ({
  ...passages,
  sentences: passages.sentences.filter((sentence) => !ITEM.test(sentence)),
});

/** A line shaped as an item is one where it is a name; where it is a sentence, or asks for something, it is none. */
const signsOfItem = (
  goods: string,
  price: string,
  language: Language,
  reason: TransactionalReason | undefined,
): readonly SentenceSign[] => {
  if (!isItem(goods, language))
    return signsOfSentence(withoutShares(goods), language, reason).filter(
      (sign) => sign === 'discount' || sign === 'call-to-buy',
    );
  const costsNothing = !/[1-9]/.test(price);
  const found: SentenceSign[] = [];
  if (takesOff(goods)) found.push('discount');
  if (asksToBuy(goods) || (costsNothing && asksOther(goods, language))) found.push('call-to-buy');
  return found;
};

/** Signs in lines that only look like items: "1 x Profitez de -20 % sur tout le site - 0 €". */
export const signsOfItems = (
  { sentences }: Pick<Passages, 'sentences'>,
  reason: TransactionalReason | undefined,
): readonly SentenceSign[] => {
  const { language } = languageOf(sentences);
  return sentences.flatMap((sentence) => {
    const [, goods, price] = ITEM.exec(sentence) ?? [];
    if (goods === undefined || price === undefined) return [];
    return signsOfItem(goods.replaceAll(NAME_MARK, ''), price, language, reason);
  });
};
