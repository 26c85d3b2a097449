import { OFFER_SIGNS, type OfferSign } from './offer-sign.ts';
import { ENGLISH } from './signs/english.ts';
import { FRENCH } from './signs/french.ts';
import type { Language } from './signs/language.ts';
import { hasOtherLink } from './signs/links.ts';
import { type Passages, passagesOf, plain } from './signs/reading.ts';
import { signsOfSentence } from './signs/sentences.ts';
import { isMostlyFields } from './signs/structure.ts';
import { incitesToSurcharge } from './surcharge.ts';
import type { TransactionalReason } from './transactional-reason.ts';

/** What a text is held against. */
export interface SaidFor {
  /** Why the message is sent; `undefined`: it is not transactional, and only offers are looked for. */
  readonly reason: TransactionalReason | undefined;
  /** Hosts of the advertiser. */
  readonly ownHosts: readonly string[];
  /** Names of goods that the advertiser's settings know. */
  readonly products: readonly string[];
}

/** Reasons that speak of goods by their names. */
const OF_GOODS: readonly (TransactionalReason | undefined)[] = ['order', 'delivery', 'invoice', 'contract', 'request'];

const LANGUAGES = [FRENCH, ENGLISH] as const;

/** Less than this share of small words: a text in a language that is not read here. */
const LEAST_SMALL = 0.15;
/** Too short for its language to show. */
const SHORTEST_TEXT = 12;

const languageOf = (words: readonly string[]): { readonly language: Language; readonly isRead: boolean } => {
  const counts = LANGUAGES.map(({ small }) => words.filter((word) => small.has(word)).length);
  const [french = 0, english = 0] = counts;
  const isRead = words.length < SHORTEST_TEXT || Math.max(french, english) / words.length >= LEAST_SMALL;
  return { language: english > french ? ENGLISH : FRENCH, isRead };
};

const names = (words: string, product: string): boolean => {
  const name = plain(product.replaceAll('-', ' '));
  return name.length > 2 && ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${name} `);
};

/** A number that costs more than a call does, or that one writes to for a price (Arcep's numbering plan). */
const SURCHARGED = /(?:\b0|\+33 ?)[ .]?8[ .]?(?:[129])(?:[ .]?\d){7}\b/;

const signsOf = ({ sentences, links }: Passages, { reason, ownHosts, products }: SaidFor): ReadonlySet<OfferSign> => {
  const { language, isRead } = languageOf(sentences.join(' ').match(/[a-z']+/g) ?? []);
  const found = new Set<OfferSign>(sentences.flatMap((sentence) => signsOfSentence(sentence, language, reason)));
  const said = sentences.join(' \n ');
  if (!OF_GOODS.includes(reason) && products.some((product) => names(said, product))) found.add('product');
  if (SURCHARGED.test(said)) found.add('number');
  if (sentences.some(incitesToSurcharge)) found.add('surcharge');
  if (reason !== undefined && hasOtherLink({ links }, ownHosts, language)) found.add('link');
  if (!isRead) found.add('language');
  return found;
};

const inOrder = (found: ReadonlySet<OfferSign>): readonly OfferSign[] => OFFER_SIGNS.filter((sign) => found.has(sign));
/** Where a text is not said to be transactional, a strange sentence is none of its signs. */
const OFFERS: readonly OfferSign[] = ['price', 'discount', 'product', 'call-to-buy', 'surcharge'];

/** The signs in the texts of a template (subject, HTML, text), in the order of the list. */
export const offerSignsIn = (texts: readonly string[], saidFor: SaidFor): readonly OfferSign[] => {
  const passages = passagesOf(texts);
  const found = new Set(signsOf(passages, saidFor));
  if (saidFor.reason === undefined) return inOrder(found).filter((sign) => OFFERS.includes(sign));
  if (isMostlyFields(passages.sentences, texts)) found.add('merge-field');
  return inOrder(found);
};

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
): boolean =>
  Object.values(values).some((value) => {
    const { sentences, links } = passagesOf([value]);
    const { language } = languageOf(sentences.join(' ').match(/[a-z']+/g) ?? []);
    if (saidFor.reason !== undefined && hasOtherLink({ links }, saidFor.ownHosts, language)) return true;
    return sentences.some((sentence) => {
      if (BRINGS_DISCOUNT.test(sentence) || incitesToSurcharge(sentence)) return true;
      const signs = signsOfSentence(sentence, language, saidFor.reason);
      const isProse = (sentence.match(/[a-z]+/g) ?? []).length >= SHORTEST_PROSE;
      return isProse ? signs.some((sign) => sign !== 'price') : asksToBuy(sentence);
    });
  });

/** In a few words. */
const asksToBuy = (sentence: string): boolean =>
  /\b(?:profitez|decouvrez|achetez|commandez|offrez|venez|craquez|cadeau offert|offert|buy|shop|discover|enjoy|free gift)\b/.test(
    sentence,
  );
