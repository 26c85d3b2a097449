/** Art. 9 § 2 a GDPR, SENS-1: whether the words that are quoted for a sensitive use name it outright. */
import { isRead, plain, saidOf } from './wording.ts';

/** What any form says to whoever agrees to offers. */
const ANY_OFFER =
  /^(?:accept|autoris|authori|consen|souhait|veux|veul|desir|recev|recoi|receiv|agree|want|wish|offr|offer|promo|commerc|nouveaut|news|infolett|lettre|info|actu|communic|messag|courriel|e?mails?$|sms$|mms$|texto?s?$|tele|phone|appel|calls?$|automat|voies?$|electro|par$|des$|les$|une$|aux$|vos$|votre|vous$|nos$|notre|nous$|mes$|mon$|pour$|avec$|dans$|sur$|tou|boutique|magasin|marque|produit|product|service|article|analog|similair|bons?$|plans?$|invit|prospect|publicit|advert|marketing|selection|exclusi|avantage|donnees|data$|utilis|used?$|fins$|personnal|and$|the$|your?$|our$|from$|with$|for$|about$|angebot|oferta|offert|aanbied|ontvang|erhalten|ricev|recib|per$|von$|van$|und$)/;

/** Each word beyond these, and beyond the names of who asks, must not be denied; and there must be one. */
export const namesUseIn = (wording: string, quoted: string, names: readonly string[], language: string): boolean => {
  if (quoted.trim() === '' || !wording.includes(quoted.trim()) || !isRead(wording, language)) return false;
  const wordsOf = (text: string): string[] => plain(text).match(/\p{L}+/gu) ?? [];
  const own = names.flatMap(wordsOf);
  const naming = wordsOf(quoted).filter((word) => word.length > 2 && !ANY_OFFER.test(word) && !own.includes(word));
  return naming.length > 0 && naming.every((word) => saidOf(wording, word, 'use', language) !== 'no');
};
