import { isFreeOfSurcharge } from '../surcharge.ts';
import { folded } from './folded.ts';

const CURRENCY = '(?:€|£|\\$|eur(?:os?)?|gbp|usd|chf|xpf|f cfp)';
const FIGURE = "(?:\\d{1,3}(?:[ .,']\\d{3}){1,3}|\\d{1,9})(?:[.,]\\d{1,3})?";
const AMOUNT = new RegExp(
  `^(?:- ?)?(?:${CURRENCY} ?(?:- ?)?${FIGURE}|${FIGURE} ?${CURRENCY})(?: (?:ttc|ht|tvac|htva))?$`,
);
const UNIT =
  '(?:kg|g|mg|l|cl|ml|m|cm|mm|km|m2|m3|kwh|wh|ko|mo|go|to|kb|mb|gb|tb|min|h|pers\\.?|personnes?|people|articles?|items?|pieces?|colis|parcels?|unites?|jours?|days?|nuits?|nights?|mois|months?|ans?|years?|points?)';
const NUMBER = new RegExp(`^(?:[x×] ?${FIGURE}|${FIGURE} ?[x×]|${FIGURE}(?: ?${UNIT})?)$`);

/** Money, with its currency: "12,90 €", "-£5.00", "49,00 € TTC". A percentage is none. */
export const isAmount = (value: string): boolean => AMOUNT.test(folded(value, 30) ?? '');

/** How many or how much, without a sign: "2", "x 3", "1,5 kg". A percentage is none. */
export const isNumber = (value: string): boolean => NUMBER.test(folded(value, 30)?.replace(/²|³/g, '2') ?? '');

const LETTERS_AND_DIGITS = /^[A-Za-z0-9](?:[A-Za-z0-9]|[-_/.#:](?=[A-Za-z0-9])){0,39}$/;
const GROUPS_OF_FIGURES = /^\+?\d{1,40}(?:[ ./_-]\d{1,14}){0,9}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** More letters together than a prefix of numbers has. */
const LONG_WORD = /[A-Za-z]{11}/;
const WORDS = /[A-Za-z]{3,}/g;
/** Nothing but the address of a page, which telephones make a link: "alba.fr/2". */
const A_PAGE =
  /\.[a-z]{2,}[/:#]|(?<=[a-z][a-z0-9-]{0,38})\.(?:fr|com|net|org|eu|info|io|shop|store|biz|app|link|be|ch|de|es|it|nl|uk|me|co|ly|gl)$/i;
/** What codes of offers are called: "PROMO20", "REMISE50"; no order, quotation or balance ("OFFRE-2026-118", "SOLDE-3") is. */
const OF_OFFERS =
  /(?<![a-z])(?:promos?|soldes|rabais|reduc(?:tions?)?|remise(?=[-_]?\d{2}$)|bienvenue|welcome|cadeaux?|gratuite?s?|offerte?s?|discount|x?sansfrais|blackfriday|ventes?(?:flash|privees?)|bonsplans?|bonplan)(?![a-z])/i;
/** A number of a parcel that posts of two countries share, as it is printed: "AB 123 456 789 FR". */
const OF_POSTS = /^[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}$/;

/** At least one figure, and at most one word of letters: "CMD-2026-00412", "6A12345678901". */
const isOneWord = (value: string): boolean =>
  LETTERS_AND_DIGITS.test(value) &&
  /[A-Za-z]/.test(value) &&
  /\d/.test(value) &&
  !LONG_WORD.test(value) &&
  !A_PAGE.test(value) &&
  !OF_OFFERS.test(value) &&
  (value.match(WORDS) ?? []).length <= 1;

/** A number, which one may ring without paying more than for a call. */
const isGroups = (value: string): boolean => {
  const called = /^(?:\+33|0033|0)0?(\d{9})$/.exec(value.replace(/[ ./_-]/g, ''))?.[1];
  return GROUPS_OF_FIGURES.test(value) && (called === undefined || isFreeOfSurcharge(`+33${called}`));
};

/** The reference of an order, a code, a number of a parcel or a telephone: one word with figures, or groups of figures. */
export const isReference = (value: string): boolean =>
  value.length <= 40 && (UUID.test(value) || OF_POSTS.test(value) || isOneWord(value) || isGroups(value));
