import { anyNameIn, anyOf, lowered, pattern } from './names.ts';
import { OF_OFFERS } from './other-use.ts';

/** What a refusal at a checkout is of, and when it can be given. Signs, in six languages: what they miss is seen by who looks at the form. */

const MESSAGES =
  '(?:e-?mails?|mails?|courriels?|messages?|envois?|sms|textos?|texts?|newsletters?|communications?|lettres?|nachrichten?|correos?|mensajes?|messaggi\\p{L}*|berichten?)';
const OTHERS = [
  '(?:soci[ée]t[ée]s|entreprises|marques|organismes|companies|brands)\\s+(?:tierces|partenaires|tiers|partner)',
  '(?:partenaires?|tiers|third[\\s-]part(?:y|ies)|partners?)',
  '(?:partnern?|dritten?|socios?|terceros?|terzi|derden)',
].join('|');
const WHOSE =
  '(?:(?:vos|nos|ses|leurs|les|des|certains|tous|autres|sociétés|votre|notre|your|our|its|the|any|other|selected|ihren|unseren|sus|nuestros|vostri|nostri|uw|onze)\\s+){0,3}';
/** Offers of others, and no other ones: "les offres commerciales de vos partenaires", "partner offers". */
const OF_OTHERS = pattern(
  `(?<![\\p{L}\\d])\\p{L}+(?:\\s+(?:commercia|promotionne|publicitaire)\\p{L}*)?\\s+(?:(?:de|des|par|from|of|by|von|di|van)\\s+|d[’'])${WHOSE}(?:${OTHERS})(?![\\p{L}\\d])` +
    `|(?<![\\p{L}\\d])(?:offres?|offers?)\\s+(?:tierces|${OTHERS})(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?:${OTHERS})[\\s-]+(?:offers?|marketing|advertising|angebote)(?![\\p{L}\\d])`,
);
/** Trackers, profiles and pages, even where they say what for. */
const OF_TRACKERS = anyOf([
  '(?:cookies?|traceurs?|trackers?|ciblage|profilage|profiling|géolocalisation)(?:\\s+\\p{L}+){0,4}',
]);
/** Data that go to others. */
const PASSED_ON = anyOf([
  '(?:transmi\\p{L}+|céd\\p{L}+|cession|partag\\p{L}+|communiqué\\p{L}*|vend\\p{L}+|lou\\p{L}+|shar\\p{L}+|sold|pass\\p{L}*\\s+on|disclos\\p{L}+|weitergegeben|weitergabe|ced\\p{L}+|condivi\\p{L}+|gedeeld|delen)[^.;!?\\n]{0,60}?(?<!\\p{L})(?:' +
    OTHERS +
    ')',
]);
const USED = anyOf([
  'utilis\\p{L}+',
  'exploit\\p{L}+',
  'used?',
  'using',
  'verwend\\p{L}+',
  'nutz\\p{L}+',
  'usad\\p{L}',
  'gebruik\\p{L}*',
]);

/** What of one's own is refused: offers by a name that they have, or messages of the advertiser. */
const OWN = anyOf(
  [
    'offres?|promo\\p{L}*|pubs?|publicit\\p{L}*|prospection\\p{L}*|démarch\\p{L}+|actualités?|nouvelles|nouveautés?',
    'sollicit\\p{L}*|commercia\\p{L}*|newsletters?|infolettres?|de\\s+(?:votre|notre)\\s+part|vôtres',
  ],
  ['offers?|marketing|advertis\\p{L}*|news|(?:from|by)\\s+(?:you|us)|yours'],
  ['angebote?n?|werbung|ofertas?|publicidad|offerte|pubblicità|aanbiedingen|reclame'],
  [`(?:vos|nos|your|our|ihre|sus|vostre|uw)\\s+${MESSAGES}`],
);
/** What a customer may refuse beside offers. */
const ANYTHING_ELSE = anyOf([
  OTHERS,
  'tierces',
  'cookies?|traceurs?|trackers?|profilage|profiling|géolocalisation',
  'enquêtes?|sondages?|satisfaction|questionnaires?|surveys?|umfragen?|encuestas?|sondaggi\\p{L}?',
  'livraisons?|tickets?|factures?|reçus?|deliver\\p{L}*|receipts?|invoices?|garanties?|assurances?|warrant\\p{L}+|insurance',
  'rendez-vous|appointments?|conditions|terms|majeure?s?',
]);
/** Of a wish, what is wished for; of a refusal, what is refused: a thing by its article. */
const AN_OBJECT = pattern(
  "(?<![\\p{L}\\d])(?:refus\\p{L}*|oppos\\p{L}*|pas|plus|not|decline|object)\\s+(?:(?:recevoir|avoir|receive|to|want|wish)\\s+){0,3}(?:que?|de|à(?!\\s+tout)|aux?|le|la|les|une?|ma|mon|mes|ce|cette|the|my|any|a|\\p{L}+er|(?:qu|d|l)[’'])(?:(?<=[’'])|(?![\\p{L}]))",
);
/** What may be said of offers without their name: that one gets them, or that an address serves for them. */
const MAY_BE_OWN = anyOf([
  'recevoir|réception|contacte?r?\\p{L}*|inform\\p{L}+|écrive?\\p{L}*|envoy\\p{L}+|utilis\\p{L}+|exploit\\p{L}+|traitement',
  'receiv\\p{L}+|contact\\p{L}*|hear|used?|informed|messages?|envois?|communications?',
  'cases?|this\\s+box|bo(?:x|xes)',
]);
/** Somebody gets a thing that has another name than offers: "recevoir de ticket imprimé". */
const GETS = anyOf(['recevoir', 'receive', 'receiving']);

const RIGHTS = pattern(
  '(?<![\\p{L}\\d])(?<!(?:mon|my)\\s)(?:droits?|rights?|rechte?|derechos?|diritt[oi]|rechten)(?![\\p{L}\\d])',
);

/** Here and now: a box, the place below, whom one writes to or calls. */
const NOW = pattern(
  '[☐☑□○◯@]|\\d[\\d .]{3,}' +
    '|(?<![\\p{L}\\d])(?:(?:dé)?coch\\p{L}+|(?<!in\\s|any\\s)cases?|(?:un)?tick\\p{L}*|bo(?:x|xes)|ici|here|ci-(?:dessous|contre|après|dessus)|below|maintenant|dès\\s+à\\s+présent|now' +
    '|écri(?:vez|vant|re)|writ(?:e|ing)|ankreuz\\p{L}+|kästchen|unten|jetzt|casilla|aquí|ahora|casella|adesso|vakje|vink\\p{L}*|hieronder)(?![\\p{L}\\d])',
);
const EACH =
  "(?:chaque|chacune?\\s+d\\p{L}+(?:\\s+(?:nos|vos))?|tous?\\s+(?:nos|les)|l[’']une?\\s+d\\p{L}+(?:\\s+(?:nos|vos))?|(?:notre|votre)\\s+premier)";
const EACH_IN_ENGLISH = '(?:(?:any|each|every|all|one)(?:\\s+of\\s+our)?|our)';
/** In what is sent later, or after the order. */
const LATER = pattern(
  '(?<![\\p{L}\\d])(?:' +
    [
      `${EACH}\\s+${MESSAGES}`,
      `(?:lien|link|enlace)[^.;!?\\n]{0,40}?\\s(?:dans|de|des|sur|in|of|de|nelle|delle)\\s+(?:nos|vos|our|unseren|nuestros|nuestras|le\\s+nostre|nostre|onze)?\\s*(?:nostre\\s+)?${MESSAGES}`,
      `(?:dans|(?:en|au)\\s+(?:bas|pied)\\s+de|lors\\s+de)\\s+nos\\s+${MESSAGES}`,
      `répond\\p{L}*[^.;!?\\n]{0,30}?\\s(?:à|aux?)\\s+(?:nos\\s+)?${MESSAGES}`,
      `(?:in|at\\s+the\\s+(?:bottom|foot)\\s+of)\\s+${EACH_IN_ENGLISH}\\s+${MESSAGES}`,
      `repl\\p{L}+[^.;!?\\n]{0,30}?\\sto\\s+${EACH_IN_ENGLISH}\\s+${MESSAGES}`,
      `lien[^.;!?\\n]{0,20}?\\s(?:contien|figur|présent)\\p{L}*\\s+(?:dans\\s+)?(?:nos|les)\\s+${MESSAGES}|pied\\s+de\\s+page`,
      `(?:every|each)\\s+${MESSAGES}`,
      `(?:in\\s+(?:unseren|jeder|jedem|allen)|en\\s+cada|in\\s+ogni|in\\s+(?:elke|onze))\\s+${MESSAGES}`,
      '(?:après|after)\\s+(?:votre|la|cette|chaque|your|the|this)\\s+(?:commande|achat|inscription|livraison|réception|order|purchase)',
      'ultérieurement|plus\\s+tard|par\\s+la\\s+suite|later|dès\\s+(?:la\\s+)?réception|à\\s+réception',
      'une\\s+fois\\s+\\p{L}+|once\\s+you',
    ].join('|') +
    ')(?![\\p{L}\\d])',
);
/** Whenever one likes, or once one is on a list: it does not say how one refuses now. */
const WHENEVER = anyOf([
  'à\\s+tout\\s+moment|quand\\s+vous\\s+(?:le\\s+)?voul\\p{L}+|at\\s+any\\s+time|any\\s?time|whenever',
  'jederzeit|en\\s+cualquier\\s+momento|in\\s+qualsiasi\\s+momento|op\\s+elk\\s+moment',
  'pourr(?:ez|a|as)',
  '(?:pouvez|peut|can|may|können|puede|può|kunt)[^.;!?\\n]{0,30}?(?:désabonn|désinscri|unsubscrib|abmeld|baja|disiscri|afmeld|uitschrij)\\p{L}*',
]);

const has = (text: string, signs: RegExp): boolean => text.search(signs) >= 0;

/** It is of own offers, or of nothing that it names. */
const isOfOwn = (sentence: string): boolean => {
  if (has(sentence, PASSED_ON) && !has(sentence, USED)) return false;
  const own = sentence.replace(OF_OTHERS, ' _ ').replace(OF_TRACKERS, ' _ ');
  if (has(own, OWN) || has(own, OF_OFFERS)) return true;
  if (has(sentence, ANYTHING_ELSE)) return false;
  if (!has(sentence, AN_OBJECT)) return true;
  const isOfMeans = anyNameIn(sentence);
  return isOfMeans || (has(sentence, MAY_BE_OWN) && !has(sentence, GETS));
};

/** It says that there is a right, as a notice does, and does not offer to use it against offers. */
const isRecital = (sentence: string, words: string): boolean =>
  has(sentence, RIGHTS) && !((has(sentence, OWN) || has(sentence, OF_OFFERS)) && has(words, NOW));

/** What a sentence that refuses offers nothing of at the collection. */
type Fault = 'later' | 'something-else';

const faultOf = (sentence: string, words: string, saysHow: (sentence: string) => boolean): Fault | undefined => {
  if (!isOfOwn(sentence)) return 'something-else';
  if (has(sentence, NOW)) return isRecital(sentence, words) ? 'something-else' : undefined;
  if (has(sentence, LATER)) return 'later';
  if (isRecital(sentence, words)) return 'something-else';
  return has(sentence, WHENEVER) && !saysHow(sentence) ? 'later' : undefined;
};

/**
 * Why sentences that refuse, in lower case, offer nothing when the address is collected (L. 34-5, al. 4: "à l’utilisation de ses coordonnées au
 * moment où elles sont recueillies"); `undefined`: one of them does.
 */
export const faultOfWhatIsRefused = (
  refusing: readonly string[],
  words: string,
  saysHow: (sentence: string) => boolean,
): Fault | undefined => {
  const inLower = lowered(words);
  const faults = refusing.map((sentence) => faultOf(sentence, inLower, saysHow));
  if (faults.length === 0 || faults.includes(undefined)) return undefined;
  return faults.includes('later') ? 'later' : 'something-else';
};
