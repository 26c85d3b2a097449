import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';

/** A percentage that no minus sign takes off, and the word that it is of: "70 % de cacao", "12 % vol". */
const SHARE = /(?<![\d.,]|[-–−])(?<![-–−] )\d{1,3}(?:[.,]\d{1,2})? ?% ?(?:de |d'|of |en )?([a-z]+)/g;
/** The same after a dash that only separates, where nothing else can be meant. */
const SHARE_AFTER_DASH = /(?<=[a-z0-9).~] [-–−] )\d{1,3}(?:[.,]\d{1,2})? ?% ?(?:de |d'|of |(?=vol\b))([a-z]+)/g;
/** What is paid, not what is taken off: "TVA à 20 %", "acompte de 30 %". */
const RATE =
  /\b(tva|vat|acompte|arrhes|deposit|penalites?|majoration) (?:a |de |d'|of |at |: ?)?\d{1,3}(?:[.,]\d{1,2})? ?%/g;

/** How, when, where or for whom a percentage is taken off: "30 % immédiatement", "50 % partout". */
const CIRCUMSTANCE =
  /^(?:immedia|instant|direct|automatiq|exclusi|exception|supplement|addition|select|valable|fidelite|anniversair|bienvenu|seulement$|uniquement$|maintenant$|aujourd$|demain$|partout$|today$|tonight$|tomorrow$|now$|only$|sitewide$|storewide$|everywhere$)/;
/** A percentage of it is an advantage. */
const ADVANTAGE =
  /^(?:remis|reduc|reduct|rabais|ristourn|promo|cashback|econom|discount|saving|cheap|gratuit|rembours|refund|cadeau|avantag|credit|interet|interest|off$|saves?$|less$|more$|back$|extra$|free$|gifts?$|points?$|bons?$|bonus$|soldes?$|offerte?s?$|primes?$|frais$|fees?$|moins$|plus$)/;

const isOfGoods = (word: string): boolean =>
  !ADVANTAGE.test(word) && !CIRCUMSTANCE.test(word) && !FRENCH.small.has(word) && !ENGLISH.small.has(word);

/**
 * A plain sentence without the percentages that say what goods are made of, or at what rate something is paid. What follows
 * "%" is goods where it carries a topic, and is no word of an advantage nor of how it is given.
 */
export const withoutShares = (sentence: string): string => {
  const goodsAlone = (whole: string, word: string): string => (isOfGoods(word) ? word : whole);
  return sentence.replace(RATE, '$1').replace(SHARE, goodsAlone).replace(SHARE_AFTER_DASH, goodsAlone);
};

const TAKEN_OFF = /[-–−] ?\d{1,2} ?%|\d ?% (?:de|off|d'|sur)|moitie prix|half price/;

/** A plain sentence says that something is taken off a price: "-20 %", "20 % de remise", "à moitié prix". */
export const takesOff = (sentence: string): boolean => TAKEN_OFF.test(withoutShares(sentence));
