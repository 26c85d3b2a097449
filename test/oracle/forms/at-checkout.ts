/** L. 34-5 al. 4: things of a checkout that are no offers sent to anybody: a card, a code, insurance, a gift to a charity. Word by word. */

import { ASIDE, OFFER, tokens } from './refused-strangers.ts';

const THE = /^(?:le|la|les|l'\w+|une?|vos|votre|ce|cette|the|your|an?|my|any|der|dem|einer?|ihre\w?)$/;
/** Whoever writes, or what one agrees by: no thing of a shop. */
const OF_SENDER = /^(?:propositions?|evenements?|marques?|lettres?|magazines?|produits|suite|communications?|ventes)$/;
const OF_ONESELF = /^(?:consent|permission|agreement|number|address|name)$/;
/** A thing is refused there: "pas interesse par la carte", "vos frais ne m'interessent pas", "do not add a bag", "kein Kundenkonto". */
export const namesAThing = (sentence: string): boolean => {
  const all = sentence.replace(/\bd'(?=\w)/g, 'de ').match(/[a-z']+/g) ?? [];
  return all.some((word, at) => {
    const [next = '', then = '', last = ''] = all.slice(at + 1);
    if (/^(?:pas|plus|not|nicht)$/.test(word) && /^interes/.test(next) && /^(?:par|in|an)$/.test(then))
      return THE.test(last) && !OF_SENDER.test(all[at + 4] ?? '');
    if (word === 'pas' && /^(?:besoin|envie)$/.test(next))
      return then === 'du' || (then === 'de' && /^une?$/.test(last));
    if (/^(?:not|don't|\w+n't)$/.test(word) && /^(?:an?|the|my)$/.test(then))
      return !(then === 'my' && OF_ONESELF.test(last));
    if (word === 'ne' && /^m'interes/.test(next))
      return (
        at >= 2 && all.slice(0, at - 1).some((each, place) => THE.test(each) && !OF_SENDER.test(all[place + 1] ?? ''))
      );
    if (word === 'ne' || !/^keine?[nrms]?$/.test(word)) return false;
    return /(?:konto|karte|tuten?|tasche|beleg|quittung)$/.test(next);
  });
};

const BARGAIN =
  /\b(?:profiter|beneficier|appliquer|ajouter|utiliser|activer|apply|use|add|take) (?:advantage of )?(?:de |d')?(?:(?:la|ce|cette|une?|du|le|the|this|an?) |l')(?:offre|promotion|remise|reduction|bon|coupon|offer|discount)\b(?: du jour)?|\bcode promo\w*|\bpromo(?:tional)? code\b|\b(?:livraison|port|retours?|emballage) offert\w*/g;
/** Some price or code is to be had there and then, and no offer beside it is sent. */
export const isBargain = (sentence: string): boolean =>
  sentence.search(BARGAIN) >= 0 &&
  !/\b(?:recevoir|receive|receiving|send\w*|(?:m')?(?:envoy|ecri|inform)\w*)\b/.test(sentence) &&
  !tokens(sentence.replace(BARGAIN, ' ')).some((word) => OFFER.test(word));

/** Only ask, or answer. */
const ASKING =
  /^(?:vous|je|j'accepte|y|de|en|le|la|les|accept\w*|(?:d')?accord|ok|souhait\w*|voul\w*|etes|est-ce|que?|cela|ca|ce|si|oui|non|coch\w*|votre|choix|reponse|pas|merci|do|you|agree|want|please|tick|one|your|suis|choice|answer|yes|no|to|this|ja|nein|_|[^a-z]+)$/;
const MARK = /^[^a-z]*$|^_$/;
/** Where the answer begins that ends a sentence: "oui / non", ": non merci"; -1: it ends by none. */
const answerAt = (all: readonly string[]): number => {
  const back = (from: number, skipped: RegExp): number => {
    let at = from;
    while (at > 0 && skipped.test(all[at - 1] ?? '')) at -= 1;
    return at;
  };
  const isMark = /^[☐☑□○◯_(]$/u;
  const end = back(back(all.length, isMark), /^(?:merci|thanks|danke|,)$/);
  if (!/^(?:non|no|nein|nee)$/.test(all[end - 1] ?? '')) return -1;
  const no = end - 1;
  const yes = back(back(back(no, isMark), /^(?:ou|or|oder|,)$/), isMark);
  if (/^(?:oui|yes|ja|si)$/.test(all[yes - 1] ?? '')) return yes - 1;
  const start = back(no, isMark);
  return start === 0 || all[start - 1] === ':' ? start : -1;
};
/** It asks to be written to, or on a list. */
const JOINING =
  /\b(?:abonn|inscri|ecrire\b|tenue?s? au courant|subscri|in touch|ventes? privees?|notifications?|hear\b)/;
/** What may be sent to somebody, and whether it is of the seller; how a sentence is read is for who asks. */
interface Sending {
  readonly isSent: (text: string) => boolean;
  readonly isOurs: (text: string) => boolean;
}
/** The yes or no at the end of a sentence answers something that is no offer: what it asks itself, or what was asked before it; what names nothing asks about offers before. */
export const answersAThing = (sentence: string, before: string, { isSent, isOurs }: Sending): boolean => {
  const all = tokens(sentence);
  const at = answerAt(all);
  if (at < 0) return false;
  const asks = (each: string): boolean => tokens(each).some((word) => !MARK.test(word) && !ASKING.test(word));
  const isOfSent = (each: string): boolean => isSent(each) || JOINING.test(each);
  const own = all.slice(0, at).join(' ');
  if (asks(own)) return !(isOfSent(own) && isOurs(own));
  const earlier = before.slice(-600).split(/(?<=[!?;\n])|(?<=\.)(?= |$)/);
  const asked = earlier.findLast(asks);
  if (asked === undefined) return false;
  const afterOurs = earlier.some((each) => isOfSent(each) && isOurs(each));
  if (afterOurs && !asked.trim().endsWith('?')) return false;
  if (isOfSent(asked)) return !isOurs(asked);
  return !afterOurs || tokens(asked).some((word) => ASIDE.test(word)) || asked.search(BARGAIN) >= 0;
};
