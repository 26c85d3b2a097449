/**
 * True for a reply code or number that costs no more than a message or call does: short codes of 3xxxx (af2m SMS+; those of
 * 4 to 8 are paid), and any number but +33 81, 82 and 89, paid or at shared cost (Arcep’s numbering plan).
 */
export const isFreeOfSurcharge = (target: string): boolean =>
  target.startsWith('+') ? !/^\+33(?:81|82|89)/.test(target) : /^3\d{4}$/.test(target);

/** True for a number to call, in E.164 or of four digits, that costs no more than a call does: of the short ones those in 10, 30 and 31. */
export const isFreeToCall = (number: string): boolean =>
  number.startsWith('+') ? isFreeOfSurcharge(number) : /^(?:10|30|31)\d\d$/.test(number);

/** A call that costs more than a call: +33 81, 82 and 89, and directory enquiries (118 xxx), as people write them. */
const SURCHARGED_CALL = /(?:\b0|\+33|\b0033)[ .-]?8[ .-]?[129](?:[ .-]?\d){7}\b|\b118[ .-]?\d{3}\b/;
const ASKS_TO_CALL = /\b(?:appelez|rappelez|composez|telephonez|joignez|contactez|call|dial|ring|phone)\b/;
/** A text to a paid code: those of 4 to 8. */
const ASKS_FOR_SURCHARGED_TEXT =
  /\b(?:envoyez|repondez|tapez|textez|text|send|reply)\b.{0,60}\b(?:au|to)(?: le)? [4-8]\d{4}\b/;

/**
 * True for a sentence that incites to call a surcharged number or to send a surcharged text: such a message is prospecting,
 * whatever else it is (L. 34-5, al. 3, second sentence). `sentence`: in lower case, without accents. A number that is only
 * named, as that of a service desk, incites to nothing.
 */
export const incitesToSurcharge = (sentence: string): boolean =>
  (SURCHARGED_CALL.test(sentence) && ASKS_TO_CALL.test(sentence)) || ASKS_FOR_SURCHARGED_TEXT.test(sentence);

/** +33 81, 82 or 89, from the number's first digit on: whole, or cut as people cut one ("0 899…"). A day is none ("08-12-2026"). */
const SURCHARGED_NUMBER =
  /(?<!\d[ .-]?)(?!08[-./]\d\d[-./](?:19|20)\d\d\b)(?:0|(?:\+|00)33[ .-]?(?:\(0\))?)[ .-]?8[ .-]?[129](?:(?:[ .-]?\d){7}(?!\d)|(?:[ .-]?\d){0,6}[ .-]?(?:…|\.\.\.|x))|(?<!\d[ .-]?)118[ .-]?\d{3}(?![ .-]?\d)/;
/** A number of four digits that one is to call; a house of a street is none. */
const SHORT_NUMBER =
  /\b(?:appel|rappel|compos|t[ée]l[ée]phon|joign|contact|call|dial|ring|phone)[^.!?\n\d]{0,40}?\b(?:le|au|num[ée]ro|on|call|dial|ring)[ :]{1,2}([13]\d ?\d\d)(?![ .-]?\d|,? (?:bis|rue|avenue|av|bd|boulevard|route|chemin|place|all[ée]e)\b)/g;
/** "3 €/appel", "0,80 € TTC la minute", "20 centimes par minute", "€0.80 per minute"; not a price of nought. */
const PRICE =
  /(?:(?<!(?<![\d.,])0(?:[.,]0+)?\s?)(?:€|\beuros?|\bcents?|\bcentimes?|\beur)|€\s?(?!0(?:[.,]0+)?(?![\d.,]))\d+(?:[.,]\d+)?)\s?(?:(?:ttc|ht)\s?)?(?:\/\s?|par |la |l[’']|per |pro |al |por )(?:appel|min|mn\b|sms|texto|message|call|text|anruf|llamada|chiamata)/;
const CALLED_PAID = /(?:appel|num[ée]ro|sms)s? surtax|premium[ -]rate/;
/** A text to a paid code: those of 4 to 8. */
const PAID_TEXT = /\b(?:au|to)(?: le)? [4-8]\d{4}\b/;
/** Words, in lower case, with this sign for each number that costs more to call or to text than a call or a text does. */
export const surchargedNumbersAs = (sign: string, words: string): string =>
  words
    .split(SURCHARGED_NUMBER)
    .join(sign)
    .split(PAID_TEXT)
    .join(sign)
    .replaceAll(SHORT_NUMBER, (asked, number: string) => (isFreeToCall(number.replace(' ', '')) ? asked : sign));
/** True for words, in lower case, by which refusing costs more than to pass it on (L. 34-5, al. 4: "sans frais, hormis ceux liés à la transmission du refus"). */
export const costsMore = (words: string): boolean =>
  PRICE.test(words) || CALLED_PAID.test(words) || surchargedNumbersAs('', words) !== words;
