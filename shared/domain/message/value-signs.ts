import { asksForMessagesAgain } from './returning/asks-to-return.ts';
import type { SaidFor } from './said-for.ts';
import { isDetailOf, offersAdvantage } from './signs/advantages.ts';
import { takesOff, withoutShares } from './signs/discounts.ts';
import { hasOtherLink } from './signs/links.ts';
import { asksToBuy, isProse } from './signs/listed.ts';
import { type Passages, passagesOf, plain } from './signs/reading.ts';
import { signsOfSentence } from './signs/sentences.ts';
import { languageOf } from './signs/text-language.ts';
import { incitesToSurcharge } from './surcharge.ts';

/**
 * True when a merge value brings an offer, or another topic, into a template that has none. Names and prices of goods are
 * what an order confirmation contains.
 */
export const valuesCarryOffer = (
  values: Readonly<Record<string, string>>,
  saidFor: Omit<SaidFor, 'products'>,
): boolean =>
  Object.entries(values).some(([field, value]) => {
    const whole = plain(value);
    if (isDetailOf(field, whole)) return false;
    return offersAdvantage(field, whole) || carriesOffer(passagesOf([value]), saidFor);
  });

const carriesOffer = ({ sentences, links }: Passages, saidFor: Omit<SaidFor, 'products'>): boolean => {
  const { language } = languageOf(sentences);
  const { reason } = saidFor;
  if (reason !== undefined && (hasOtherLink({ links }, saidFor.ownHosts, language) || asksForMessagesAgain(sentences)))
    return true;
  return sentences.some((sentence) => {
    if (takesOff(sentence) || incitesToSurcharge(sentence)) return true;
    if (!isProse(sentence)) return asksToBuy(sentence);
    return signsOfSentence(withoutShares(sentence), language, reason).some((sign) => sign !== 'price');
  });
};
