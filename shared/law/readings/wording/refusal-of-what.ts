import { anyNameIn, anyOf, has, lowered, marked, pattern, SENTENCE_ENDS, until } from './names.ts';
import { OTHERS } from './of-others.ts';
import { OF_OFFERS } from './other-use.ts';
import { isOfAPart } from './refusal-in-fact.ts';
import { BOX, isLater, isOnReceipt, MESSAGES, NOW } from './refusal-when.ts';
import { withoutOthers } from './refusal-whose.ts';

/** What a refusal at a checkout is of. Signs, in six languages: what they miss is seen by who looks at the form. */

/** What of one's own is refused, beside offers by a name that they have: messages of the advertiser. */
const OWN = anyOf([
  'pubs?|prospections|nouvelles|sollicit\\p{L}*|de\\s+(?:votre|notre)\\s+part|[vn]ôtres|(?:from|by)\\s+(?:you|us)|yours',
  `(?:vos|nos|your|our|ihre|sus|vostre|uw)\\s+(?:${MESSAGES}|produits|articles|gammes?|products|produkte|productos|prodotti|producten)`,
  // Who insures or warrants writes of that: "informé de vos assurances".
  "(?:inform|contact|écri|sollicit|messages?|e-?mails?|courriels?|hear)\\p{L}*\\s+(?:(?:pas|plus|me|from\\s+you)\\s+)?(?:de|sur|concernant|au\\s+sujet\\s+(?=d)|à\\s+propos\\s+(?=d)|relati\\p{L}+\\s+(?=à|aux)|about|on|regarding|über)(?:\\s*(?:de|d|à|aux))?\\s*(?:vos|nos|votre|notre|les|de\\s+nouve\\p{L}+|your|our|ihre)\\s+(?:(?:nouve\\p{L}+|new|neuen?)\\s+)?(?:(?:contrats?|offres?|formules?)\\s+(?:d[’']\\s*|de\\s+))?(?:assurances?|garanties?|mutuelles?|warrant\\p{L}+|insurances?|versicherung\\p{L}*|garantien)",
]);
/** What a customer may refuse beside offers. */
const ANYTHING_ELSE = anyOf([
  OTHERS,
  'tierces',
  'cookies?|traceurs?|trackers?|profilage|profiling|géolocalisation',
  'enquêtes?|sondages?|satisfaction|questionnaires?|surveys?|umfragen?|encuestas?|sondaggi\\p{L}?',
  'livraisons?|tickets?|factures?|reçus?|deliver\\p{L}*|receipts?|invoices?|garanties?|assurances?|warrant\\p{L}+|insurance|confirmations?|suivi',
  'emballages?|sacs?|wrapping|bags?|\\p{L}*verpackung|\\p{L}*rechnung|kassenbon|facturas?|recibos?|fattur\\p{L}|ricevut\\p{L}|scontrin\\p{L}|kassabon|bonnetje|geen\\s+bon|factuur',
  'rendez-vous|appointments?|conditions|terms|majeure?s?|spams?',
]);
/** What an order brings with it, unless an address that was given for it is used. */
const OF_AN_ORDER = anyOf([
  'commandes?|colis|transporteurs?|livreurs?|coursiers?|avis|orders?|parcels?|couriers?|reviews?',
  'bestellung(?:en)?|pedidos?|ordin[ei]|bestelling(?:en)?|pakke?t(?:en)?',
]);
/** Of a wish, what is wished for; of a refusal, what is refused: a thing by its article. */
const AN_OBJECT = pattern(
  "(?<![\\p{L}\\d])(?:refus\\p{L}*|oppos\\p{L}*|pas|plus|not|decline|object)\\s+(?:(?:recevoir|avoir|receive|to|want|wish)\\s+){0,3}(?:que?|de|du(?!\\s+tout)|des|à(?!\\s+(?:tout|l[’'](?:étape|écran)|la\\s+(?:page|caisse)))|aux?(?!\\s+moment)|(?:le|la|les)(?!\\s+recevoir)|une?|ma|mon|mes|ce|cette|the|my|any|a|\\p{L}+er|(?:qu|d|l)[’'])(?:(?<=[’'])|(?![\\p{L}]))",
);
/** The same by other words: "pas intéressé par la carte", "vos frais ne m’intéressent pas", "do not add a bag", "kein Kundenkonto". */
const BUT_OF_THE_SENDER = '(?!(?:propositions?|événements?|marques?|lettres?|magazines?|produits|suite)(?!\\p{L}))';
const A_THING = pattern(
  "(?<![\\p{L}\\d])(?:(?:pas|plus|not|nicht)\\s+(?:interested\\s+in|intéressée?s?\\s+par|interessiert\\s+an)\\s+(?:les?|la|une?|vos|votre|ce|cette|the|your|an?|der|dem|einer?|ihre[rmn]?)(?!\\s+(?:propositions?|événements?|marques?|lettres?|magazines?|produits)(?!\\p{L}))|pas\\s+(?:besoin|envie)\\s+d(?:e(?!\\s+recevoir)|u|es|[’']une?)|(?:not|n[’']t|don[’']t)\\s+\\p{L}+\\s+(?:an?|the|my(?!\\s+(?:consent|permission|agreement|number|address|name))))(?![\\p{L}])" +
    `|(?<![\\p{L}\\d])(?:(?:vos|votre|les?|la|cette?)\\s|l[’'])${BUT_OF_THE_SENDER}[^.;:,!?\\n]{1,40}\\sne\\s+m[’']intéress\\p{L}+` +
    '|(?<![\\p{L}\\d])keine?[nrms]?\\s+(?:\\p{L}{0,20})(?:konto|karte|tüten?|tasche|beleg|quittung)(?!\\p{L})',
);
/** One thing to take there and then, that nobody is sent: a code, the offer of the day. */
const A_BARGAIN = anyOf([
  "(?:profiter|bénéficier|appliquer|ajouter|utiliser|activer|apply|use|add|take)\\s+(?:advantage\\s+of\\s+)?(?:de\\s+|d[’'])?(?:(?:la|ce|cette|une?|du|le|the|this|an?)\\s+|l[’'])(?:offre|promotion|remise|réduction|bon|coupon|offer|discount)(?:\\s+du\\s+jour)?|code\\s+promo\\p{L}*|promo(?:tional)?\\s+code|(?:livraison|port|retours?|emballage)\\s+offert\\p{L}*",
]);
/** What may be said of offers without their name: that one gets them, or that an address serves for them. */
const MAY_BE_OWN = anyOf([
  'recevoir|réception|recontact\\p{L}*|contacte?r?\\p{L}*|inform\\p{L}+|écrive?\\p{L}*|envoy\\p{L}+|utilis\\p{L}+|exploit\\p{L}+|traitement',
  'receiv\\p{L}+|contact\\p{L}*|hear|used?|informed|messages?|envois?|communications?|serv(?:e|ent|ir)|sert|fichiers?|(?:vos|votre|nos|notre|your|our)\\s+lists?e?s?(?!\\s+d)',
]);
const OF_A_BOX = anyOf(['cases?|this\\s+box|bo(?:x|xes)']);
/** Somebody gets a thing: "recevoir de ticket imprimé". */
const GETS = anyOf(['recevoir|receive|receiving']);
/** The same, or it is sent to them: no thing to take there and then. */
const WRITES = anyOf(["recevoir|receive|receiving|(?:m[’'])?(?:envoy|écri|inform)\\p{L}*|send\\p{L}*"]);
/** What an advertiser sends of itself, and no order asks for. */
const SENT = anyOf([
  'communications?|messages?|infos?|informations?|magazines?|lettres?|suggestions?|propositions?|recommandations?|programmes?|courriers?',
  'information|suggestions?|proposals?|magazines?|letters?|updates?|recommendations?|mailings?',
]);
/** All but this, or after that: what it names is not what is refused. */
const BUT = pattern(
  "(?<![\\p{L}\\d])(?:sauf(?!\\s+(?:opposition|refus|avis\\s+contraire|si\\s+vous)[^.;:!?\\n]*(?:coch|case))|hormis|excepté|à\\s+part(?!\\p{L})|à\\s+l[’']exception\\s+d|autre(?:ment|\\s+chose)?\\s+qu|except(?!\\p{L})|other\\s+than|but\\s+for|apart\\s+from|außer|ausser|salvo|excepto|tranne|eccetto|behalve)[^.;:!?\\n]*" +
    "|(?<=(?:recevoir|contacte[rz]|envoye[rz])\\s)qu(?:e\\s+(?:pour|mon|ma|mes|les?|la)\\s|[’'])[^.;:,!?\\n]*" +
    '|(?<![\\p{L}\\d])(?:similaires?|analogues?|semblables?|similar|ähnlich\\p{L}*)\\s+(?:à|aux?|to|zu)[^.;:,!?\\n]*' +
    '|(?<![\\p{L}\\d])(?:après|avant|after|before|nach|después\\s+de|tras|dopo)\\s+(?:\\p{L}+\\s+)?\\p{L}+',
);
const ALL = pattern('refus\\p{L}*\\s+tout\\s*[(,:]');

const RIGHTS = anyOf([
  'droits?|rights?|rechte?|derechos?|diritt[oi]|rechten',
  '(?:conformément|en\\s+application|en\\s+vertu|in\\s+accordance)\\s[^.;!?\\n]{0,60}?(?:pouvez|may|can)',
]);

/** Somebody refuses in so many words, or uses their right. */
const ACTS = anyOf([
  "exercer\\s+mon|(?:exercise|use)\\s+my|je\\s+(?:m[’']y\\s*|m[’'])oppose|je\\s+(?:le\\s+)?refuse|j[’'](?:exerce|use)|je\\s+(?:souhaite|veux)\\s+(?:exercer|m[’'](?:y\\s+)?opposer)|je\\s+fais\\s+(?:usage|valoir)",
  'i\\s+(?:object|refuse|decline|exercise|use|am\\s+exercising)|ich\\s+(?:widerspreche|lehne|mache)|me\\s+opongo|ejerzo|mi\\s+oppongo|esercito|ik\\s+(?:maak|weiger)',
]);
/** What a notice of rights says beside. */
const IN_A_NOTICE = anyOf([
  "accès|rectifi\\p{L}+|effacement|accept\\p{L}*|access|erasure|agree|acceso|accesso|auskunft|inzage|j[’']ai\\s+(?:lu|pris)",
]);
const USED = anyOf([
  'utilis\\p{L}+|exploit\\p{L}+|used?|using|verwend\\p{L}+|nutz\\p{L}+|uso|usad\\p{L}|gebruik\\p{L}*',
]);

const isOfOffers = (text: string): boolean => has(text, OWN) || has(text, OF_OFFERS);

/** It is of own offers, or of nothing that it names. */
const isOfOwn = (sentence: string): boolean => {
  const { text, isShared, isOfOthers } = withoutOthers(sentence.replace(BUT, ' '));
  if (text.trim() === '') return false;
  if (has(text, A_BARGAIN) && !has(text, WRITES) && !anyNameIn(text) && !isOfOffers(marked(text, A_BARGAIN)))
    return false;
  if (isShared || isOfOffers(text) || has(text, ALL)) return true;
  if (isOfOthers) return has(text, USED);
  if (has(text, ANYTHING_ELSE)) return false;
  if (has(text, OF_AN_ORDER) && !has(text, USED)) return false;
  if (!has(text, AN_OBJECT) && !has(text, A_THING)) return true;
  const isOfMeans = anyNameIn(text);
  return isOfMeans || (has(text, GETS) ? has(text, SENT) : has(text, MAY_BE_OWN) || has(text, OF_A_BOX));
};

/** It names nothing that it refuses, and what is said before it is of others or of trackers alone: "Tick to opt out." */
const isOfOthersBefore = (sentence: string, before: string): boolean => {
  if (isOfOffers(sentence) || has(sentence, MAY_BE_OWN)) return false;
  const { text, isOfOthers } = withoutOthers(before);
  return isOfOthers && !isOfOffers(text) && !has(text, USED);
};

/** An answer at the end of what asks, or no more than that: "oui / non", ": non merci". */
const ANSWER = pattern(
  '(?:(?:^|[:?])[\\s_☐☑•○◯□[\\]()-]*|(?<!\\p{L})(?:oui|yes|ja|s[íì])[\\s_/|,☐☑•○◯□[\\]()-]+(?:(?:ou|or|oder)[\\s_☐☑]+)?)(?:non|no|nein|nee)(?:\\s+(?:merci|thanks|danke))?[\\s_☐☑•○◯□[\\]()]*$',
);
/** These ask, and name nothing that is asked about. */
const ASKING = anyOf([
  "vous|je|j[’']accepte|y|en|le|la|les|accept\\p{L}*|accord|d[’']accord|ok|souhait\\p{L}*|voul\\p{L}*|êtes|est-ce|que?|cela|ça|ce|si|oui|non|coch\\p{L}*|votre|choix|réponse|pas|merci|do|you|agree|want|please|tick|one|your|suis|choice|answer|yes|no|to|this|ja|nein",
]);
const A_WORD = /\p{L}/u;
/** It asks to be written to, or on a list. */
const JOINING = anyOf(['abonn\\p{L}*|inscri\\p{L}*|écrire|tenue?s?\\s+au\\s+courant|subscri\\p{L}*|in\\s+touch']);
const asks = (text: string): boolean => A_WORD.test(marked(text, ASKING));
const isOfSent = (text: string): boolean =>
  isOfOffers(text) || anyNameIn(text) || [MAY_BE_OWN, SENT, JOINING].some((signs) => has(text, signs));
const BEHIND_SENTENCES = /(?<=[!?;\n])|(?<=\.)(?!\S)/u;
/**
 * An answer to what is asked before it, which is no offer: "Assurance : oui / non", "Livraison offerte ? oui / non". What names nothing ("Cela vous
 * convient ?") asks about offers that are spoken of before.
 */
const answersElse = (sentence: string, before: string): boolean => {
  const answer = sentence.search(ANSWER);
  if (answer < 0) return false;
  const own = sentence.slice(0, answer);
  if (asks(own)) return !isOfSent(own) || !isOfOwn(own);
  const earlier = before.split(BEHIND_SENTENCES);
  const asked = earlier.findLast(asks);
  if (asked === undefined) return false;
  const isOurs = earlier.some((each) => isOfSent(each) && isOfOwn(each));
  if (isOurs && !/\?\s*$/.test(asked)) return false;
  if (isOfSent(asked)) return !isOfOwn(asked);
  return !isOurs || [ANYTHING_ELSE, OF_AN_ORDER, A_BARGAIN].some((signs) => has(asked, signs));
};

/** Somebody refuses there, or is to: it is no notice that there is a right. */
const isActed = (sentence: string): boolean =>
  has(sentence, ACTS) || (has(sentence, BOX) && !has(sentence, IN_A_NOTICE));

/** It says that there is a right, as a notice does, and does not offer to use it against offers. */
const isRecital = (sentence: string, words: string): boolean =>
  has(sentence, RIGHTS) && !isActed(sentence) && !(isOfOffers(sentence) && has(words, NOW));

/** A sentence that refuses, among the words, all in lower case. */
interface Read {
  readonly sentence: string;
  readonly words: string;
  /** As much as somebody reads together. */
  readonly before: string;
  readonly end: number;
  /** With its answer, where it asks. */
  readonly answered: string;
}

const readIn = (words: string, sentence: string, from: number): Read => {
  const found = words.indexOf(sentence, from);
  const at = found < 0 ? words.indexOf(sentence) : found;
  const end = at + sentence.length;
  const rest = words.slice(end);
  const answer = rest.startsWith('?') ? until(rest.slice(1), SENTENCE_ENDS) : '';
  return { sentence, words, before: words.slice(Math.max(0, at - 600), at), end, answered: `${sentence} ${answer}` };
};

/** Own offers can be refused by it, there and then or later alone. */
const isOffered = ({ sentence, words, before, answered }: Read): boolean | 'later' => {
  if (!isOfOwn(sentence) || isOfOthersBefore(sentence, before) || isOfAPart(sentence)) return false;
  if (answersElse(sentence, before)) return false;
  if (isOnReceipt(answered)) return 'later';
  if (!has(answered, NOW) && isLater(answered)) return 'later';
  return !isRecital(has(answered, NOW) ? answered : sentence, words);
};

/**
 * Why sentences that refuse, in lower case, offer nothing when the address is collected (L. 34-5, al. 4: "à l’utilisation de ses coordonnées au
 * moment où elles sont recueillies"); `undefined`: one of them does.
 */
export const faultOfWhatIsRefused = (
  refusing: readonly string[],
  words: string,
): 'later' | 'something-else' | undefined => {
  const inLower = lowered(words);
  let from = 0;
  const offered = refusing.map((sentence) => {
    const read = readIn(inLower, sentence, from);
    from = read.end;
    return isOffered(read);
  });
  if (offered.includes(true)) return undefined;
  return offered.includes('later') ? 'later' : 'something-else';
};
