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

/** A call or a text that costs more, by its number, as far as it is written, or by its price: "0 899…", "3 €/appel", "STOP au 81234". */
const PRICED =
  /(?:\b0|\+33|\b0033)[ .-]?8[ .-]?[129](?=[ .…\d-])|\b118[ .-]?\d{3}\b|(?:€|\beuros?|\bcents?|\beur)\s?(?:\/|par |per |pro |al |por )\s?(?:appel|min|sms|texto|message|call|text|anruf|llamada|chiamata)|(?:appel|numero|numéro|sms)s? surtax|premium[ -]rate|\b(?:au|to)(?: le)? [4-8]\d{4}\b/;
/** True for words, in lower case, by which refusing costs more than to pass it on (L. 34-5, al. 4: "sans frais, hormis ceux liés à la transmission du refus"). */
export const costsMore = (words: string): boolean => PRICED.test(words);
