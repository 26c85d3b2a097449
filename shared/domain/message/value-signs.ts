import type { SaidFor } from './said-for.ts';
import { hasOtherLink } from './signs/links.ts';
import { listedSigns } from './signs/listed.ts';
import { type Passages, passagesOf } from './signs/reading.ts';
import { languageOf } from './signs/text-language.ts';
import { incitesToSurcharge } from './surcharge.ts';

/** A value of fewer words is a name, a number or an item: only a discount and an invitation are looked for in it. */
const SHORTEST_PROSE = 5;
const BRINGS_DISCOUNT = /[-–−]\s?\d{1,2}\s?%|\d\s?% (?:de|off|d'|sur)|moitie prix|half price|code promo|promo code/;

/**
 * True when a merge value brings an offer, or another topic, into a template that has none. Names and prices of goods are
 * what an order confirmation contains.
 */
export const valuesCarryOffer = (
  values: Readonly<Record<string, string>>,
  saidFor: Omit<SaidFor, 'products'>,
): boolean => Object.values(values).some((value) => carriesOffer(passagesOf([value]), saidFor));

const carriesOffer = (passages: Passages, saidFor: Omit<SaidFor, 'products'>): boolean => {
  const { language } = languageOf(passages.sentences);
  if (saidFor.reason !== undefined && hasOtherLink(passages, saidFor.ownHosts, language)) return true;
  const isProse = passages.sentences.some((sentence) => (sentence.match(/[a-z]+/g) ?? []).length >= SHORTEST_PROSE);
  if (passages.sentences.some((one) => BRINGS_DISCOUNT.test(one) || incitesToSurcharge(one))) return true;
  if (!isProse) return passages.sentences.some(asksToBuy);
  return listedSigns(passages, saidFor.reason).some((sign) => sign !== 'price');
};

/** In a few words. */
const asksToBuy = (sentence: string): boolean =>
  /\b(?:profitez|decouvrez|achetez|commandez|offrez|venez|craquez|cadeau offert|offert|buy|shop|discover|enjoy|free gift)\b/.test(
    sentence,
  );
