/**
 * L. 34-5 al. 4 ("de s'opposer"): where a checkout invites or has one agree, what in its words says no to what is sent, and what says no to
 * something else. Who leaves "Recevez nos offres, pas de spam" alone has refused nothing. Word by word, a clause at a time.
 */

import { OFFER, tokens } from './refused-strangers.ts';
import { keepsAPart } from './unfree.ts';

/** Somebody agrees, joins or is invited. */
const AGREED =
  /^(?:recevez|accept(?:e[rz]?|a)?|agree|accept|acepto|acepta|accetto|accetta|einverstanden|akkoord|j'(?:accepte|autorise|aimerais)|souhaite[rz]?|souhaitez-vous|veux|desire|consens|profite[rz]?|recois|oui|yes|ja|si|please|volontiers|[mst]'(?:abonne|inscri)\w*|(?:\w+[sz])-moi|(?:inscrivez|abonnez|rejoignez)-(?:vous|nous)|suivez|decouvrez|subscribe|want|wish|like|quiero|deseo|desidero|voglio|mochte|graag|wil)$/;
/** A denial of anything. */
const DENIAL =
  /^(?:ne|n'\w+|pas|plus|non|aucune?s?|sans|jamais|rien|ni|zero|no|not|never|\w+n't|without|nicht|nichts|kein\w*|nein|ohne|sin|senza|geen|niets?|niente|nessun\w*|zonder|contre|against|gegen|tegen)$/;
/** To refuse is all that these do. */
const LEAVES =
  /^(?:(?:[mtsd]'y?|l')?(?:refus|oppos|opong|oppong|desabonn|desinscri|decoch|decline$|renonc|cess|arrete[rz]|retir|stop$|object|unsubscri|widersp|ablehn|abmeld|rechaz|rifiut|disiscri|weiger|bezwaar|afmeld|untick|interdi|desactiv)[\w-]*|baja|sauf|unless|except)$/;
/** What one wishes, agrees to or gets. */
const WISHES =
  /^(?:souhait|veu(?!ill)|voul|desir|accept|consen|autoris|recevoir|recev|envoy|m'envoy|contact|sollicit|ecri|m'ecri|want|wish|like|agree|receiv|send$|hear$|quiero|deseo|recibir|voglio|desidero|ricevere|mochte|will$|wunsch|erhalten|wil$|ontvangen|serv)/;
const WISHES_BEFORE = /^(?:mochte|will|wunsche|wil|wens)$/;
/** Verbs that refuse what they are said of. */
const OF_THEM =
  /^(?:(?:m'|l'|d')?(?:evit|epargn|dispens|exempt|absten|abstien|ignor|ecart|ote|eloign|declin|bloqu|supprim|suppress|exclur|exclue?s?$|excluez|excluir|excluya|omitir|evitar|esclud|salta|evita|hors$|dehors$|oubli|passerai$|gardez$|garder$|fermer$|fermez$|skip$|spare$|exclude$|mute$|keep$|leave$|verschon|ausschlie|uberspring|bespaar|negeer|sla$)[\w-]*|(?:l')?exclusion|passer|passez)$/;
const SENT =
  /^(?:[ld]')?(?:offre|offer|ofert|promo|pubs?$|publici|prospect|demarch|campagne|sollicit|e-?mail|mails?$|courriel|(?:sms|texts|appels?|calls?)$|envois?$|liste?s?$|diffusion|contact|recevoir|marketing|adverti|news|angebot|werbung|aanbied|reclame|commercia|messages?$)/;
const TURNS = /^(?:et|mais|pour|avec|grace|and|but|to|with|und|y|con|e|en|met)$/;
const SMALL = /^(?:de|des|du|d|aux?|a|vos|nos|les|la|your|our|the|any|more|to)$/;

/** "Keep your offers", and "to yourself": who keeps them coming, or for themselves, wants them. */
const isLeftToThem = (kept: readonly string[]): boolean => {
  const last = kept.findLastIndex((word, at) => at < 4 && SENT.test(word));
  const behind = kept.slice(last + 1, last + 3).join(' ');
  return last >= 0 && (!/[a-z]/.test(kept[last + 1] ?? '') || /^(?:pour vous|to yoursel(?:f|ves))$/.test(behind));
};

/** A verb refuses what is sent: "dispensez-moi de vos offres". */
export const sparesOffers = (all: readonly string[]): boolean =>
  all.some((word, at) => {
    const [before = '', next = ''] = [all[at - 1], all[at + 1]];
    if (/^oubliez?-moi$|^m'oublier$/.test(word) || (/^ote[sz]?-moi$/.test(word) && next !== '')) return true;
    if (!OF_THEM.test(word)) return false;
    if (/exclusion$/.test(word) && (before === 'a' || word.startsWith("l'"))) return false;
    if (/^(?:passe[rz]|gardez|garder)$/.test(word) && !/^(?:vos|les|ces|toutes)$/.test(next)) return false;
    if (/^(?:vos|your)$/.test(next) && /^(?:garde[rz]|keep)$/.test(word) && !isLeftToThem(all.slice(at + 2)))
      return false;
    if (word === 'hors' && /^(?:sms|mms|e-?mails?|appels?)$/.test(next)) return false;
    if (/^(?:l'|d')?exclue?s?$/.test(word) && !isPutOff(all, at)) return false;
    if (word === 'keep' && next !== 'your' && !all.slice(at, at + 5).some((each) => /^(?:out|off|away)$/.test(each)))
      return false;
    if (word === 'leave' && !all.slice(at, at + 5).some((each) => /^(?:out|off)$/.test(each))) return false;
    const on = all.slice(at + 1, at + 9);
    const end = on.findIndex((each) => TURNS.test(each));
    return (end < 0 ? on : on.slice(0, end)).some((each) => SENT.test(each));
  });

/** "Exclu de vos listes", and not "en exclu : nos offres". */
export const isPutOff = (all: readonly string[], at: number): boolean =>
  /^exclu/.test(all[at] ?? '') && all[at + 1] === 'de' && /^(?:vo[st]|votre|nos|toute|la)$/.test(all[at + 2] ?? '');
/** "Laissez-moi tranquille", and not "recevez nos offres tranquille". */
export const isLeftInPeace = (all: readonly string[]): boolean =>
  all.includes('tranquille') && all.some((word) => /^laiss|^etre$/.test(word));
/** What somebody says of themselves, or asks not to be done to them: "pas interesse", "ne m'inscrivez pas", "not interested". */
const saysNoOfOneself = (all: readonly string[], at: number): boolean => {
  const word = all[at] ?? '';
  const [next = '', then = '', last = ''] = all.slice(at + 1);
  if (/^(?:pas|plus|not)$/.test(word) && (/^interes/.test(next) || (next === 'pour' && then === 'moi'))) return true;
  if (word === 'ne' && /^m'interes/.test(next)) return true;
  if (
    word === 'ne' &&
    /^m(?:e|'\w+)$/.test(next) &&
    [next, then].some((each) =>
      /^(?:m')?(?:inscri|abonn|ajout|propos|adress|derang|importun|appel|relanc)\w*ez$/.test(each),
    )
  )
    return true;
  if (word === "n'y" && next === 'tiens') return true;
  if (word === "n'en" && next === 'ai' && /^(?:besoin|envie)$/.test(last)) return true;
  if (/^pas$/.test(word) && /^informations?$/.test(all[at + 2] ?? '') && /^commercia/.test(all[at + 3] ?? ''))
    return true;
  if (/^(?:don't|not)$/.test(word) && /^(?:sign|add|e-?mail|text)$/.test(next)) return true;
  const way = all.findIndex((each, place) => place > at && /^(?:pour|a)$/.test(each));
  return word === "n'utilisez" && way > 0 && all.slice(way + 1, way + 5).some((each) => OFFER.test(each));
};

const saysNo = (all: readonly string[]): boolean => {
  const own = all.filter((word) => /[a-z]/.test(word));
  if (/^(?:(?:et|ou|or) )?(?:non|no|nein|nee)(?: (?:merci|thanks|danke|gracias|grazie))?$/.test(own.join(' ')))
    return true;
  if (/^(?:oui (?:ou )?non|yes no|ja nein|ja nee|si no|sans facons?)$/.test(own.join(' '))) return true;
  if (sparesOffers(all) || all.some((word) => LEAVES.test(word)) || isLeftInPeace(all)) return true;
  if (/\bopt (?:me )?out\b|\brather not\b|\b(?:take|remove) me\b|\b(?:out of|off) your\b/.test(all.join(' ')))
    return true;
  return all.some((word, at) => {
    if (/^(?:contre|against|gegen|tegen)$/.test(word) || (word === 'fin' && /^met/.test(all[at - 1] ?? '')))
      return true;
    if (saysNoOfOneself(all, at)) return true;
    if (!DENIAL.test(word)) return false;
    if (all.slice(0, at).some((each) => WISHES_BEFORE.test(each))) return true;
    if (WISHES.test(word.replace(/^n'/, ''))) return true;
    const next = all.slice(at + 1);
    if (/^ne$|^n'|n't$|^not?$|^non$|^jamais$|^never$/.test(word) && next.slice(0, 3).some((each) => WISHES.test(each)))
      return true;
    if (word === 'ne' && /^(?:pas|plus|jamais|rien)$/.test(next[0] ?? '')) return true;
    const isUse = next.slice(0, 3).some((each) => /^(?:utilis|serv|exploit|used$)/.test(each));
    if (isUse && next.slice(1, 8).some((each) => OFFER.test(each))) return true;
    const of = next.find((each) => !SMALL.test(each)) ?? '';
    return OFFER.test(of) || SENT.test(of);
  });
};

const CLAUSES =
  /[.,;:!?()\n–—☐☑]| (?=(?:et|mais|sans|meme|avant|tant|and|but|without|und|ohne|y|sin|e|senza|en(?! recevoir)|zonder) )/u;

/** Where plain words invite or agree, the clauses that say no to what is sent; `undefined`: nothing agrees there. */
export const refusingBesideYes = (whole: string): readonly string[] | undefined => {
  const clauses = whole.split(CLAUSES);
  const agrees = (clause: string): boolean => {
    const all = tokens(clause);
    const isRead =
      all.some((word) => AGREED.test(word)) ||
      /^(?:(?:et|and) )?(?:recevoir|receive|get|sign|keep|send)\b/.test(all.filter((word) => word !== '_').join(' '));
    const isPolite = all.every((word) => word === 'please' || word === '_');
    return isRead && !isPolite && !all.some((word) => DENIAL.test(word)) && !saysNo(all);
  };
  if (!clauses.some(agrees)) return undefined;
  const sentences = whole.split(/[!?;\n]|\.(?= |$)/).filter((each) => !keepsAPart(each));
  return clauses.filter((clause) => saysNo(tokens(clause)) && sentences.some((each) => each.includes(clause)));
};
