import { type OfferSign, together } from './offer-sign.ts';
import { asksToReturn } from './returning/asks-to-return.ts';
import type { SaidFor } from './said-for.ts';
import { signsOfItems, withoutItems } from './signs/items.ts';
import { hasExternalLink } from './signs/links.ts';
import { listedSigns, outrightSigns } from './signs/listed.ts';
import { promotes, strongestOf } from './signs/promotion.ts';
import { type Passages, passagesOf, plain } from './signs/reading.ts';
import { shownIn, wordsIn } from './signs/shown.ts';
import { isMostlyFields } from './signs/structure.ts';
import { hasUnreadSentence, languageOf } from './signs/text-language.ts';
import { incitesToSurcharge } from './surcharge.ts';
import type { TransactionalReason } from './transactional-reason.ts';

/** Reasons that speak of goods by their names. */
const OF_GOODS: readonly (TransactionalReason | undefined)[] = ['order', 'delivery', 'invoice', 'contract', 'request'];

const names = (words: string, product: string): boolean => {
  const name = plain(product.replaceAll('-', ' '));
  return name.length > 2 && ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${name} `);
};

/** A number that costs more than a call does, or that one writes to for a price (Arcep's numbering plan). */
const SURCHARGED = /(?:\b0|\+33 ?)[ .]?8[ .]?(?:[129])(?:[ .]?\d){7}\b/;

/** What is found beside words: it is a sign whatever the words weigh, and whatever a template reader says. */
const structuralSigns = (
  { sentences, links }: Passages,
  { reason, ownHosts, products }: SaidFor,
): readonly OfferSign[] => {
  const said = sentences.join(' \n ');
  const found: OfferSign[] = [];
  if (!OF_GOODS.includes(reason) && products.some((product) => names(said, product))) found.push('product');
  if (SURCHARGED.test(said)) found.push('number');
  if (sentences.some(incitesToSurcharge)) found.push('surcharge');
  if (reason !== undefined && asksToReturn(sentences, reason)) found.push('asks-to-return');
  if (reason !== undefined && hasExternalLink({ links }, ownHosts, languageOf(sentences).language)) found.push('link');
  return found;
};

/** Its words can be weighed in French and in English alone: the whole, and each sentence that is no line of an item. */
const unreadLanguage = (passages: Passages): readonly OfferSign[] =>
  languageOf(passages.sentences).isRead && !hasUnreadSentence(withoutItems(passages).sentences) ? [] : ['language'];

/** In fewer words there is little to weigh a sentence against: the lists judge it as well, whatever the words weigh. */
const LEAST_TO_WEIGH = 8;
const isShort = ({ sentences }: Passages): boolean => wordsIn(sentences) < LEAST_TO_WEIGH;

/**
 * Why a text that promotes does so: what the lists say of its strongest sentence and of the lines of its items, what offers in so many
 * words, and a link that leads elsewhere.
 */
const reasonsToReview = (passages: Passages, saidFor: SaidFor): readonly OfferSign[] => {
  const weighed = withoutItems(passages);
  const shown = shownIn(weighed, saidFor);
  const link: readonly OfferSign[] = shown.hasOtherLink ? ['link'] : [];
  const listed = listedSigns(passages, saidFor.reason);
  if (isShort(passages) && listed.length + link.length > 0) return [...listed, ...link];
  const offered = [...outrightSigns(weighed, shown.isOfFew), ...signsOfItems(passages, saidFor.reason)];
  if (!promotes(shown)) return offered;
  const strongest = strongestOf(shown);
  const named = listedSigns({ sentences: weighed.sentences.slice(strongest, strongest + 1) }, saidFor.reason);
  const found: readonly OfferSign[] = [...named, ...offered, ...link];
  return found.length > 0 ? found : ['other-topic'];
};

/** Where a text is not said to be transactional, a strange sentence is none of its signs. */
const OFFERS: readonly OfferSign[] = ['price', 'discount', 'product', 'call-to-buy', 'surcharge'];

/** What was found in texts, each in the order of the list. */
export interface FoundSigns {
  /** What needs no words: links, numbers, names of goods, fields. */
  readonly structural: readonly OfferSign[];
  /** What the words weigh, and that they cannot be weighed: who reads the text knows better. */
  readonly ofWords: readonly OfferSign[];
}

/**
 * The signs in the texts of a template (subject, HTML, text), what words weigh apart.
 *
 * @param open the same without the fields whose values have no room for a text
 */
export const signsIn = (texts: readonly string[], saidFor: SaidFor, open: readonly string[] = texts): FoundSigns => {
  const passages = passagesOf(texts);
  const structural = structuralSigns(passages, saidFor);
  if (saidFor.reason === undefined) {
    const offers = (found: readonly OfferSign[]) => together(found).filter((sign) => OFFERS.includes(sign));
    return { structural: offers(structural), ofWords: offers(listedSigns(passages, undefined)) };
  }
  const fields: readonly OfferSign[] = isMostlyFields(passages.sentences, open) ? ['merge-field'] : [];
  return {
    structural: together(structural, fields),
    ofWords: together(unreadLanguage(passages), reasonsToReview(passages, saidFor)),
  };
};

/** The same together. */
export const offerSignsIn = (texts: readonly string[], saidFor: SaidFor): readonly OfferSign[] => {
  const { structural, ofWords } = signsIn(texts, saidFor);
  return together(structural, ofWords);
};
