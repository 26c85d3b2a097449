/**
 * L. 34-5 al. 4, S7: what a customer may refuse at a checkout, and when: "a l'utilisation de ses coordonnees", by whoever sells and for
 * their own offers, "au moment ou elles sont recueillies". Read word by word, from left to right.
 */

import { answersAThing, isBargain, namesAThing } from './at-checkout.ts';
import { isLeftInPeace, isPutOff, refusingBesideYes, sparesOffers } from './refused-beside.ts';
import { ASIDE, HANDED, marked, NEVER, OFFER, tokens, USES } from './refused-strangers.ts';
import { keepsAPart, STILL_REFUSES, withoutAgreeing } from './unfree.ts';
import { CALLED, plain } from './wording.ts';

type Refused = 'now' | 'later' | 'other';

const namesMeans = (sentence: string): boolean => Object.values(CALLED).some((name) => name.test(sentence));
const SELF =
  /\b(?:de|from|by|a|par) (?:notre|votre|vous|nous|you|us)\b(?! partenaires)|[vn]otres\b|hear from|ihnen\b|(?:vos|your|nos|our) (?:e-?mails?|messages?|sms|envois)|refus\w* tout ?[(,:]|(?:inform|contact)\w* (?:me |pas )?(?:de|sur|au sujet de|about) (?:vos|les|your|nos) (?:nouve\w+ |new )?(?:contrats? d')?(?:assurance|garantie|insurance|warrant)|(?:vos|nos|your|our|ihre|sus|vostri|uw) (?:produits|articles|gamme|products|produkte|productos|prodotti|producten)/;
/** Of a wish that is denied, or a refusal: that it goes on with a thing. */
const THING =
  /(?:refus\w*|oppos\w*|\bpas|\bplus|\bnot|object|decline) (?:(?:recevoir|avoir|receive|to|want|wish|agree) ){0,3}(?:que?|de|du(?! tout)|des|a(?! tout| l'(?:etape|ecran)| la (?:page|caisse))|aux?(?! moment)|(?:le|la|les)(?! recevoir)|une?|ma|mon|mes|ce|cette|the|my|any|[a-z]+er|(?:qu|d|l)(?='))[ '](\w*)/;
const REACHED =
  /recevoir|reception|contact|inform|ecri|envoy|utilis|exploit|traite|receiv|\bused?\b|message|\bservir?\b|\bserve[nr]?t?\b|\bsert\b|fichier|\b(?:vo[st]|votre|no[st]|notre|your|our) liste?s?\b(?! d)/;
const GIVEN = /\b(?:recevoir|receive|receiving)\b/;
/** What a shop sends of its own motion. */
const SENT =
  /\b(?:communication|message|info|information|magazine|lettre|suggestion|proposition|recommandation|programme|courrier|proposal|letter|update|recommendation|mailing)s?\b/;

/** All but what is let be, and when no more: neither is what is refused. */
const LET_BE =
  /\b(?:sauf(?! (?:opposition|refus|avis contraire|si vous)[^.;:!?]*coch)|hormis|excepte|a part\b|a l'exception|autre(?:ment| chose)? qu|except\b|other than|ausser|salvo|tranne|behalve)[^.;:!?]*|\b(?:recevoir|contacte[rz]) (?:que (?:pour|mon|ma|mes|les?)|qu')[^.;:,!?]*|\b(?:similaires?|analogues?|semblables?|similar|ahnlich\w*) (?:a|aux?|to|zu)\b[^.;:,!?]*|\b(?:apres|after|nach) (?:[a-z]+ )?[a-z]+/g;

/** What goes with an order. */
const ORDERED =
  /\b(?:commandes?|colis|transporteurs?|livreurs?|coursiers?|avis|orders?|parcels?|couriers?|reviews?|bestellung\w*|pedidos?|ordin[ei]|bestelling\w*|pakke?t\w*)\b/;

const isOfSeller = (sentence: string): boolean => {
  const said = sentence.replace(LET_BE, ' ').replace(NEVER, ' ');
  if (!/[a-z]/.test(said) || (isBargain(said) && !namesMeans(said))) return false;
  const { all, theirs, isBoth, strangers } = marked(said);
  const kept = all.filter(
    (_word, at) => !theirs.has(at) && !(theirs.size > 0 && /^(?:leurs?|their)$/.test(all[at - 1] ?? '')),
  );
  const own = kept.join(' ');
  if (isBoth || SELF.test(own) || kept.some((word) => OFFER.test(word))) return true;
  if (strangers) return kept.some((word) => USES.test(word));
  if (/\b(?:mon|ma|mes|my)\b/.test(said) && all.some((word, at) => theirs.has(at) && HANDED.test(word)))
    return kept.some((word) => USES.test(word));
  if (theirs.size > 0 || all.some((word) => ASIDE.test(word))) return false;
  if (ORDERED.test(said) && !all.some((word) => USES.test(word))) return false;
  if (!THING.test(said) && !namesAThing(said)) return true;
  return namesMeans(said) || (GIVEN.test(said) ? SENT.test(said) : REACHED.test(said) || /\bcase\b|\bbox\b/.test(said));
};

/** It answers what is asked before it, and that is no offer: "Assurance : oui / non". */
const answersElse = (sentence: string, before: string): boolean =>
  answersAThing(sentence, before, {
    isSent: (asked) =>
      tokens(asked).some((word) => OFFER.test(word)) || namesMeans(asked) || REACHED.test(asked) || SENT.test(asked),
    isOurs: isOfSeller,
  });

/** What is said before is of strangers, or of trackers, alone; and the refusal names nothing of its own. */
const answersStrangers = (sentence: string, before: string): boolean => {
  if (tokens(sentence).some((word) => OFFER.test(word)) || REACHED.test(sentence)) return false;
  const { all, theirs, isBoth } = marked(before);
  return (
    theirs.size > 0 && !isBoth && !all.some((word, at) => !theirs.has(at) && (OFFER.test(word) || USES.test(word)))
  );
};

const HERE =
  /[☐☑□○◯@]|\d[\d .]{3,}|coch|(?<!\bin |any )\bcases?\b|\b(?:un)?(?:tick|check)|\bbox|\bici\b|\bhere\b|ci-(?:dess|cont|apr)|\bbelow\b|maintenant|des a present|\bnow\b|ecriv|ecrire|\bwrit|ankreuz|unten|jetzt|casilla|aqui|casella|vakje|vink|hieronder|en (?:caisse|magasin|boutique)|a la caisse|vendeu|conseill(?:er|ere)s?\b|(?:etape|ecran|page) suivante?|next (?:step|page|screen)|du paiement|kastchen/;
const MAILS =
  '(?:e-?mails?|mails?|courriels?|messages?|envois?|sms|texts?|newsletters?|nachrichten|correos?|messaggio?)';
const THEN = new RegExp(
  [
    `(?:chaque|chacun[a-z' ]*|tous (?:nos|les)|l'une? de (?:nos|vos)|notre premier|every|each|any|in (?:our|unseren|onze)|de nuestros|(?:nelle|delle) nostre|dans nos|(?:bas|pied) de nos|lors de nos) (?:of our )?${MAILS}`,
    `(?:lien|link)[^.]*(?:de|dans|contien\\w*|figur\\w*) (?:nos|les|our) ${MAILS}`,
    'pied de page|footer|en bas (?:des|du|de la) ',
    `(?:au|du|des le|the|our) (?:premier|first) ${MAILS}`,
    `(?:dans|de|in) (?:la|the) ${MAILS}`,
    `(?:repond|repl)\\w* (?:par )?stop`,
    `(?:jeder|jedem|cada|ogni|elke) ${MAILS}`,
    'spater|mas (?:adelante|tarde)|in seguito|piu tardi',
    `(?:repond|reply)\\w*[^.]* (?:a|to) [^.]*${MAILS}`,
    '(?:apres|after) (?:votre|la|cette|your|the) (?:commande|achat|inscription|livraison|order|purchase)',
    '(?:gere[rz]|rendez-vous|connectez-vous|log ?in) .*(?:compte|espace|account)',
    `(?:offres|offers|${MAILS}) (?:contien|compren|comport|contain)\\w* .*(?:lien|link)`,
    'ulterieurement|plus tard|par la suite|\\blater\\b|des reception|a reception|une fois \\w+|once you',
    '(?:apres|des) (?:la |votre )?(?:validation|confirmation|paiement|creation)',
    '(?:lien|link|formulaire|form) [^.;]{0,30}(?:envoye|adresse|transmis|\\bsent\\b)',
  ].join('|'),
);
const ANY_DAY =
  /modifier vos preferences|a tout moment|at any time|any ?time|jederzeit|en cualquier momento|in qualsiasi momento|op elk moment|\bpourr(?:ez|a)\b|(?:pouvez|can|may|puede|kunt)[^.]*(?:desabonn|desinscri|unsubscrib)/;
/** Once something has come, whoever is answered. */
const ONCE_SENT = new RegExp(`(?:reception d(?:u|es?|'un)(?: (?:nos|notre|premier))*|(?:au|des le) premier) ${MAILS}`);
const TICKED = /[☐☑□○◯]|coch|\btick|\buntick|\bbox\b|ankreuz|kastchen|casilla|casella|vakje|vink/;
/** What somebody says of themselves, and not what they could do one day. */
const WISH =
  /\b(?:je|j'\w+|(?<!pour )ne (?:plus|pas|jamais) (?:me|m'\w+|recevoir|etre)|vous ne (?:souhait|voul|desir)\w*|pas de|pas d'|i|please|don't|do not|ich|ik|no (?:quiero|deseo)|non (?:voglio|desidero))\b/;
const REFUSED_OUTRIGHT =
  /(?<!si )\bje (?:ne |n'|refuse|m'(?:y )?oppose)|\bi (?:do not|don't|refuse|object|decline)\b|(?<!si )\bno (?:quiero|deseo|acepto)|(?<!se )\bnon (?:voglio|desidero)|\bich (?:widerspreche|lehne|(?:mochte|will|wunsche) (?:kein|nicht))|\bik wil (?:geen|niet)/;
const COULD =
  /\b(?:pouvez|peux|peut|pourr\w*|can|could|may|konnen|kann?|puede|podr\w*|puo|potr\w*|kunt|lien|link|enlace|repond\w*|repl\w*|cli(?:qu|ck)\w*|envoyez|unsubscribe|desabonn\w*|desinscri\w*)\b/;
/** The right is used there, and not only recalled. */
const USED_RIGHT =
  /je m'(?:y )?oppos|je (?:le )?refuse|j'exerce|j'use|exercer mon|je fais (?:usage|valoir)|(?:souhaite|veux) m'(?:y )?opposer|\bi (?:object|refuse|decline|use|am exercising)|(?:exercise|use) my|ich (?:widerspreche|lehne|mache)|me opongo|ejerzo|mi oppongo|esercito|ik (?:maak|weiger)/;
const RECALLED = /acces|rectif|effacement|accept|access|erasure|agree|acceso|accesso|auskunft|inzage|j'ai lu/;
const isUsed = (sentence: string): boolean =>
  USED_RIGHT.test(sentence) || (TICKED.test(sentence) && !RECALLED.test(sentence));
const LAWS = /\b(?:droits?|rights?|rechte?|derechos?|diritt[oi])\b/;

const REFUSES =
  /refus|oppos|\bne\b|\bn'|\bpas (?:de|d')|\bnon\b|\baucune?s?\b|\bsans\b|decoch|desabonn|desinscri|\bobject|\bopt(?:ing)? out|declin|\bnot?\b|don't|unsubscrib|\bkein|\bnicht|\bnein|widersp|ablehn|\blehne|rechaz|rifiut|oppongo|\bgeen|\bniet|weiger|abmeld|de baja|disiscri|afmeld/;

const read = (sentence: string, whole: string, from: number): Refused => {
  const at = Math.max(whole.indexOf(sentence, from), 0);
  const before = whole.slice(0, at);
  if (!isOfSeller(sentence) || answersStrangers(sentence, before) || answersElse(sentence, before)) return 'other';
  if (keepsAPart(sentence)) return 'other';
  const behind = whole.slice(at + sentence.length);
  const asked = behind.startsWith('?')
    ? `${sentence} ${behind.slice(1).split(/[!?;\n]|\.(?= |$)/)[0] ?? ''}`
    : sentence;
  const namesOffers = tokens(sentence).some((word) => OFFER.test(word));
  if (ONCE_SENT.test(asked) && !TICKED.test(asked)) return 'later';
  const isRecalled =
    (LAWS.test(sentence) || /(?:conformement|en application|en vertu) .*pouvez/.test(sentence)) &&
    !isUsed(sentence) &&
    !(namesOffers && HERE.test(whole));
  const isWished =
    (WISH.test(asked) && !COULD.test(asked)) ||
    asked.split(/[,(:–—]/).some((part) => REFUSED_OUTRIGHT.test(part) && !COULD.test(part));
  const isOneDay = !isWished;
  if (isRecalled) return isOneDay && (THEN.test(asked) || ANY_DAY.test(asked)) ? 'later' : 'other';
  if (HERE.test(asked)) return 'now';
  return isOneDay && (THEN.test(asked) || ANY_DAY.test(asked)) ? 'later' : 'now';
};

/** Somebody gets, joins or wants something there. */
const HAD =
  /^(?:recevoir|reception|receive|get|hear|subscribe|sign|keep|accept(?:e[rz]?|a)?|agree|acepto|acepta|accetto|accetta|einverstanden|akkoord|j'(?:accepte|autorise|aimerais)|souhaite[rz]?|veux|consens|profiter|oui|yes|[ms]'(?:abonne|inscri|envoy|inform|avert)\w*|\w+[sz]-moi|quiero|deseo|desidero|mochte|graag)$/;
/** What a language has for saying no, or for leaving. */
const AGAINST =
  /^(?:ne|n'\w+|pas|non|rien|aucune?|sans|ni|jamais|sauf|stop|no|not|never|\w+n't|unless|except|nicht|kein\w*|nein|nichts|gegen|niet|geen|niets|niente|nessun\w*|sin|senza|zonder|ohne|salvo|tranne|behalve|ausser|baja|nao|ikke|inte|nie|take|out|fin|exclu(?:re|de|ez|s|e|es)?|(?:[mts]'y?|[dl]')?(?:refus|oppos|opong|oppong|opon|oppor|desabonn|desinscri|decoch|object|declin|[jd]'interdi|interdi|desactiv|evite|unsubscri|untick|remove|widerspr|ablehn|lehn|abmeld|rechaz|rifiut|disiscri|weiger|bezwaar|afmeld|arret|cess|retir|supprim|renonc|bloqu|ray|radi|abbestell)[\w-]*)$/;
/** Nobody could say no by it: one agrees, or is sent offers, and that is all. */
const hasNoSide = (whole: string): boolean => {
  const all = tokens(whole);
  return (
    all.some((word) => HAD.test(word) || OFFER.test(word)) &&
    !all.some((word, at) => AGAINST.test(word) && !(/^exclue?s?$/.test(word) && !isPutOff(all, at))) &&
    !sparesOffers(all) &&
    !isLeftInPeace(all) &&
    all.find((word) => word !== '☐') !== 'plus'
  );
};
/** The box is left alone by who wants nothing: it is one to agree by. */
const isLeftAlone = (whole: string): boolean => {
  const all = tokens(whole);
  return all.some((word, at) => {
    const isEmpty = /^(?:vide|vierge|blanche|empty|blank|unticked|unchecked)$/.test(word);
    const isKept = word === 'pas' && /^cochez$/.test(all[at - 1] ?? '');
    const verb = isKept ? at - 2 : all.slice(0, at).findLastIndex((each) => /^(?:laiss|leav)/.test(each));
    if (!(isEmpty || isKept) || verb < 0 || at - verb > 6) return false;
    const says = (words: readonly string[]): boolean =>
      words.some((each) => /^(?:ne|n'\w+|not|don't)$/.test(each)) && !words.some((each) => /coch|tick/.test(each));
    const when = all.slice(at + 1, at + 5).findIndex((each) => /^(?:si|pour|if|to)$/.test(each));
    if (when >= 0 && says(all.slice(at + 2 + when, at + 6 + when))) return true;
    const start = all.slice(0, Math.max(0, verb - 1)).lastIndexOf(',') + 1;
    return all[verb - 1] === ',' && says(all.slice(start, verb - 1));
  });
};

/** What a customer may refuse by these words at the checkout itself: the seller's offers now, later alone, or something else. */
export const whatIsRefused = (words: string): Refused => {
  const given = plain(words);
  const whole = withoutAgreeing(given);
  if (whole !== given && !REFUSES.test(whole) && !STILL_REFUSES.test(whole)) return 'other';
  if (hasNoSide(whole) || isLeftAlone(whole)) return 'other';
  const sentences = whole.split(/[!?;\n]|\.(?= |$)/).filter((each) => each.trim() !== '');
  const besideYes = refusingBesideYes(whole);
  if (besideYes?.length === 0) return 'other';
  const refusing = besideYes ?? sentences.filter((sentence) => REFUSES.test(sentence));
  let from = 0;
  const said = (refusing.length > 0 ? refusing : sentences).map((sentence) => {
    const found = read(sentence, whole, from);
    from = Math.max(whole.indexOf(sentence, from), 0) + sentence.length;
    return found;
  });
  if (said.length === 0 || said.includes('now')) return 'now';
  return said.includes('later') ? 'later' : 'other';
};
