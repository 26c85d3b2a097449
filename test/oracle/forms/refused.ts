/**
 * L. 34-5 al. 4, S7: what a customer may refuse at a checkout, and when: "a l'utilisation de ses coordonnees", by whoever sells and for
 * their own offers, "au moment ou elles sont recueillies". Read word by word, from left to right.
 */

import { CALLED, plain } from './wording.ts';

type Refused = 'now' | 'later' | 'other';

/** Whose, where it is not the seller's. */
const STRANGER =
  /^(?:l'|d')?(?:partenaires?|tiers|tierces?|partners?|partnern|part(?:y|ies)|dritten?|socios?|terceros?|terzi|derden)$/;
/** Beginnings of words for offers, in six languages. */
const OFFER =
  /^(?:[ld]')?(?:offre|offer|ofert|promo|pubs?$|publicit|prospect|demarch|actu|nouve|news|infolettre|sollicit|commercia|marketing|adverti|publicidad|pubblicit|angebot|werbung|aanbied|reclame|catalogue|conseils?$|reduction|soldes|invitation|avantage|remise|deal|discount)/;
/** What a shop asks beside that: trackers, opinions, papers, insurance, terms. */
const ASIDE =
  /^(?:[ld]')?(?:cookie|traceur|tracker|profil|geoloc|ciblage|enquete|sondage|satisf|question|survey|umfrage|encuesta|ticket|facture|livraison|recu|receipt|invoice|deliver|garantie|assurance|warrant|insurance|rendez-vous|appointment|condition|terms?$|majeur)/;
const JOINS = /^(?:et|ni|ou|and|or|nor|und|oder|y|e|en|,)$/;
const HANDED =
  /^(?:[ld]')?(?:transmi|ced|cession|partag|communique|vend|reven|lou|shar|sold|weiterge|condivi|gedeeld|delen)/;

const tokens = (sentence: string): readonly string[] => sentence.match(/[a-z\d'@.-]*[a-z\d@]|[,☐☑□○◯]/gu) ?? [];

/** From an offer on, whose it is: a stranger's where one follows before anything joins another to it, or right before it. */
const isOwnOffer = (all: readonly string[], at: number): boolean => {
  if (
    STRANGER.test(all[at - 1] ?? '') ||
    /third-party|cookie|traceur/.test(all.slice(Math.max(0, at - 4), at).join(' '))
  )
    return false;
  for (const next of all.slice(at + 1, at + 8)) {
    if (JOINS.test(next)) return true;
    if (STRANGER.test(next) || next === 'third') return false;
  }
  return true;
};

const namesMeans = (sentence: string): boolean => Object.values(CALLED).some((name) => name.test(sentence));
const SELF =
  /\b(?:de|from|by|a) (?:notre|votre|vous|nous|you|us)\b(?! partenaires)|votres\b|hear from|ihnen\b|(?:vos|your|nos|our) (?:e-?mails?|messages?|sms|envois)/;
/** Of a wish that is denied, or a refusal: that it goes on with a thing. */
const THING =
  /(?:refus\w*|oppos\w*|\bpas|\bplus|\bnot|object|decline) (?:(?:recevoir|avoir|receive|to|want|wish|agree) ){0,3}(?:que?|de|du|des|a(?! tout)|aux?|le|la|les|une?|ma|mon|mes|ce|cette|the|my|any|[a-z]+er|(?:qu|d|l)(?='))[ '](\w*)/;
const REACHED =
  /recevoir|reception|contact|inform|ecri|envoy|utilis|exploit|traite|receiv|\bused?\b|message|case\b|box\b|servir?\b|serve/;
const GIVEN = /\b(?:recevoir|receive|receiving)\b/;

const isOfSeller = (sentence: string): boolean => {
  const all = tokens(sentence);
  const toOthers = all.findIndex((word) => HANDED.test(word));
  const isHanded = toOthers >= 0 && all.slice(toOthers).some((word) => STRANGER.test(word));
  if (isHanded && !/utilis|\bused?\b/.test(sentence)) return false;
  if (SELF.test(sentence) || all.some((word, at) => OFFER.test(word) && isOwnOffer(all, at))) return true;
  if (/bons plans/.test(sentence)) return true;
  if (all.some((word) => ASIDE.test(word) || STRANGER.test(word))) return false;
  if (all.some((word) => OFFER.test(word))) return false;
  if (!THING.test(sentence)) return true;
  return namesMeans(sentence) || (REACHED.test(sentence) && !GIVEN.test(sentence));
};

const HERE =
  /[☐☑□○◯@]|\d[\d .]{3,}|coch|(?<!\bin |any )\bcases?\b|\b(?:un)?(?:tick|check)|\bbox|\bici\b|\bhere\b|ci-(?:dess|cont|apr)|\bbelow\b|maintenant|des a present|\bnow\b|ecriv|ecrire|\bwrit|ankreuz|unten|jetzt|casilla|aqui|casella|vakje|vink|hieronder|en caisse|a la caisse/;
const MAILS = '(?:e-?mails?|mails?|courriels?|messages?|envois?|sms|texts?|newsletters?|nachrichten|correos|messaggi)';
const THEN = new RegExp(
  [
    `(?:chaque|chacun[a-z' ]*|tous (?:nos|les)|l'une? de (?:nos|vos)|notre premier|every|each|any|in (?:our|unseren|onze)|de nuestros|(?:nelle|delle) nostre|dans nos|(?:bas|pied) de nos|lors de nos) (?:of our )?${MAILS}`,
    `(?:lien|link)[^.]*(?:de|dans|contien\\w*|figur\\w*) (?:nos|les|our) ${MAILS}`,
    'pied de page',
    `(?:repond|reply)\\w*[^.]* (?:a|to) [^.]*${MAILS}`,
    '(?:apres|after) (?:votre|la|cette|your|the) (?:commande|achat|inscription|livraison|order|purchase)',
    'ulterieurement|plus tard|par la suite|\\blater\\b|des reception|a reception|une fois \\w+|once you',
  ].join('|'),
);
const ANY_DAY =
  /a tout moment|at any time|any ?time|jederzeit|en cualquier momento|in qualsiasi momento|op elk moment|\bpourr(?:ez|a)\b|(?:pouvez|can|may|puede|kunt)[^.]*(?:desabonn|desinscri|unsubscrib)/;
const HOW =
  /\b(?:en (?:nous )?\w+ant|cliqu|appel|telephon|envoy|repond|lien\b|link\b|click|call\b|compte\b|espace\b|appli|account|site\b|par simple|adresse\b)/;
const LAWS = /(?<!\b(?:mon|my) )\b(?:droits?|rights?|rechte?|derechos?|diritt[oi])\b/;

const REFUSES =
  /refus|oppos|\bne\b|\bn'|\bpas (?:de|d')|\bnon\b|\baucune?s?\b|\bsans\b|decoch|desabonn|desinscri|\bobject|\bopt(?:ing)? out|declin|\bnot?\b|don't|unsubscrib|\bkein|\bnicht|\bnein|widersp|ablehn|\blehne|rechaz|rifiut|oppongo|\bgeen|\bniet|weiger|abmeld|de baja|disiscri|afmeld/;

const read = (sentence: string, whole: string): Refused => {
  if (!isOfSeller(sentence)) return 'other';
  const namesOffers = tokens(sentence).some((word) => OFFER.test(word));
  if (LAWS.test(sentence) && !(namesOffers && HERE.test(whole))) return THEN.test(sentence) ? 'later' : 'other';
  if (HERE.test(sentence)) return 'now';
  if (THEN.test(sentence)) return 'later';
  return ANY_DAY.test(sentence) && !HOW.test(sentence) ? 'later' : 'now';
};

/** What a customer may refuse by these words at the checkout itself: the seller's offers now, later alone, or something else. */
export const whatIsRefused = (words: string): Refused => {
  const whole = plain(words);
  const sentences = whole.split(/[!?;\n]|\.(?= |$)/).filter((each) => each.trim() !== '');
  const refusing = sentences.filter((sentence) => REFUSES.test(sentence));
  const said = (refusing.length > 0 ? refusing : sentences).map((sentence) => read(sentence, whole));
  if (said.length === 0 || said.includes('now')) return 'now';
  return said.includes('later') ? 'later' : 'other';
};
