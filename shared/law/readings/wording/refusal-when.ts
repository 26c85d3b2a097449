import { anyOf, has, pattern } from './names.ts';

/** When a refusal at a checkout can be given: there and then, or later alone (L. 34-5, al. 4). Signs, in six languages. */

export const MESSAGES =
  '(?:e-?mails?|mails?|courriels?|messages?|envois?|sms|textos?|texts?|newsletters?|communications?|lettres?|nachrichten?|correos?|mensajes?|messaggi\\p{L}*|berichten?)';
/** Here and now: a box, the place below, whom one writes to or calls. */
export const NOW = pattern(
  '[☐☑□○◯@]|\\d[\\d .]{3,}' +
    '|(?<![\\p{L}\\d])(?:(?:dé)?coch\\p{L}+|(?<!in\\s|any\\s)cases?|(?:un)?tick\\p{L}*|bo(?:x|xes)|ici|here|ci-(?:dessous|contre|après|dessus)|below|maintenant|dès\\s+à\\s+présent|now' +
    '|écri(?:vez|vant|re)|writ(?:e|ing)|ankreuz\\p{L}+|kästchen|unten|jetzt|casilla|aquí|ahora|casella|adesso|vakje|vink\\p{L}*|hieronder' +
    '|(?:étape|écran|page)\\s+suivante?|next\\s+(?:step|page|screen)|(?:moment|étape)\\s+du\\s+paiement|vendeurs?|vendeuses?|conseill(?:er|ère)s?|en\\s+(?:caisse|magasin|boutique)|à\\s+la\\s+caisse)(?![\\p{L}\\d])',
);
/** What is ticked. */
export const BOX = pattern(
  '[☐☑□○◯]|(?<![\\p{L}\\d])(?:(?:dé)?coch\\p{L}+|(?:un)?tick\\p{L}*|bo(?:x|xes)|ankreuz\\p{L}+|kästchen|casilla|casella|vakje|vink\\p{L}*)(?![\\p{L}\\d])',
);
const EACH =
  "(?:chaque|chacune?\\s+d\\p{L}+(?:\\s+(?:nos|vos))?|tous?\\s+(?:nos|les)|l[’']une?\\s+d\\p{L}+(?:\\s+(?:nos|vos))?|(?:notre|votre)\\s+premier)";
const EACH_IN_ENGLISH = '(?:(?:any|each|every|all|one)(?:\\s+of\\s+our)?|our)';
/** In what is sent later, or after the order. */
const LATER = pattern(
  '(?<![\\p{L}\\d])(?:' +
    [
      `${EACH}\\s+${MESSAGES}`,
      `(?:lien|link|enlace)[^.;!?\\n]{0,40}?\\s(?:dans|de|des|sur|in|of|de|nelle|delle)\\s+(?:nos|vos|la|les|our|the|unseren|nuestros|nuestras|le\\s+nostre|nostre|onze)?\\s*(?:nostre\\s+)?${MESSAGES}`,
      `(?:dans|(?:en|au)\\s+(?:bas|pied)\\s+de|lors\\s+de)\\s+nos\\s+${MESSAGES}|(?:en|au)\\s+(?:bas|pied)\\s+(?:des|de\\s+la|du)\\s+${MESSAGES}`,
      `(?:au|du|dès\\s+le|our|the)\\s+(?:premier|first)\\s+${MESSAGES}|(?:repl\\p{L}+|répond\\p{L}+)\\s+(?:with\\s+|par\\s+)?[«"“]?\\s?stop|footer`,
      `répond\\p{L}*[^.;!?\\n]{0,30}?\\s(?:à|aux?)\\s+(?:nos\\s+)?${MESSAGES}`,
      `(?:in|at\\s+the\\s+(?:bottom|foot)\\s+of)\\s+${EACH_IN_ENGLISH}\\s+${MESSAGES}`,
      `repl\\p{L}+[^.;!?\\n]{0,30}?\\sto\\s+${EACH_IN_ENGLISH}\\s+${MESSAGES}`,
      `lien[^.;!?\\n]{0,20}?\\s(?:contien|figur|présent)\\p{L}*\\s+(?:dans\\s+)?(?:nos|les)\\s+${MESSAGES}|pied\\s+de\\s+page`,
      `(?:every|each)\\s+${MESSAGES}`,
      `(?:in\\s+(?:unseren|allen|onze)|jeder|jedem|cada|ogni|elke)\\s+${MESSAGES}`,
      '(?:après|after)\\s+(?:votre|la|cette|chaque|your|the|this)\\s+(?:commande|achat|inscription|livraison|réception|order|purchase)',
      '(?:gére[rz]|(?:rend|connect)ez-vous|log\\s?in)\\s[^.;!?\\n]{0,60}?(?:compte|espace|account)',
      `offres\\s+(?:contien|compren|comport)\\p{L}*[^.;!?\\n]{0,20}\\slien|(?:offers|${MESSAGES})\\s+contain[^.;!?\\n]{0,30}\\slink`,
      'ultérieurement|plus\\s+tard|par\\s+la\\s+suite|later|später|más\\s+(?:adelante|tarde)|in\\s+(?:seguito|futuro)|più\\s+tardi|dès\\s+(?:la\\s+)?réception|à\\s+réception',
      'une\\s+fois\\s+\\p{L}+|once\\s+you',
      '(?:après|dès)\\s+(?:la\\s+|votre\\s+|le\\s+)?(?:validation|confirmation|paiement|création|enregistrement|finalisation)|after\\s+(?:checkout|payment|validation|confirmation)',
      '(?:lien|link|enlace|formulaire|form)[^.;!?\\n]{0,40}?(?<!\\p{L})(?:envoyée?|adressée?|transmise?|communiquée?|fournie?|sent|e-?mailed|zugesandt|enviado|inviato|toegestuurd)|(?:recevrez|will\\s+receive)[^.;!?\\n]{0,40}?(?<!\\p{L})(?:lien|link|formulaire|form)',
    ].join('|') +
    ')(?![\\p{L}\\d])',
);
/** Once something was sent, whatever it is answered to. */
const ON_RECEIPT = pattern(
  `(?<![\\p{L}\\d])(?:(?:à|dès)\\s+(?:la\\s+)?réception\\s+d(?:u|es?|[’']un)(?:\\s+(?:nos|vos|notre|premiers?))*|(?:au|dès\\s+le)\\s+premier)\\s+${MESSAGES}(?![\\p{L}\\d])`,
);
/** Whenever one likes, or once one is on a list: it does not say how one refuses now. */
const WHENEVER = anyOf([
  'à\\s+tout\\s+moment|quand\\s+vous\\s+(?:le\\s+)?voul\\p{L}+|at\\s+any\\s+time|any\\s?time|whenever',
  'jederzeit|en\\s+cualquier\\s+momento|in\\s+qualsiasi\\s+momento|op\\s+elk\\s+moment',
  'pourr(?:ez|a|as)',
  '(?:pouvez|peut|can|may|können|puede|può|kunt)[^.;!?\\n]{0,30}?(?:désabonn|désinscri|unsubscrib|abmeld|baja|disiscri|afmeld|uitschrij)\\p{L}*',
]);

/** What somebody says of themselves, or is asked. */
const WISHES = anyOf([
  "je|j[’']\\p{L}+|(?<!pour\\s)ne\\s+(?:plus|pas|jamais)\\s+(?:me|m[’']\\p{L}+|recevoir|être)|vous\\s+ne\\s+(?:souhait|voul|désir)\\p{L}*|pas\\s+d(?:e|[’']\\p{L}+)",
  "i|please|(?:do\\s+not|don[’']t)|ich|ik|no\\s+(?:quiero|deseo)|non\\s+(?:voglio|desidero)",
]);
/** Somebody refuses in a clause of its own, whatever else is said. */
const OWN_WISH = anyOf([
  "(?<!si\\s)je\\s+(?:ne\\s|n[’']|refuse|m[’'](?:y\\s*)?oppose)[^,]*|i\\s+(?:do\\s+not|don[’']t|refuse|object|decline)",
  '(?<!si\\s)no\\s+(?:quiero|deseo|acepto)|(?<!se\\s)non\\s+(?:voglio|desidero)|ich\\s+(?:widerspreche|lehne|(?:möchte|will|wünsche)\\s+(?:keine?n?|nicht))|ik\\s+wil\\s+(?:geen|niet)',
]);
/** How one would do it, or that one could: it is no wish. */
const CAN = anyOf([
  'pouvez|peux|peut|pourr\\p{L}+|can|could|may|might|könn\\p{L}*|kann|puede|puedo|podr\\p{L}+|può|posso|potr\\p{L}+|kunt|kan',
  'lien|link|enlace|répond\\p{L}*|repl\\p{L}*|cliqu\\p{L}*|click\\p{L}*|envoyez|unsubscrib\\p{L}*|désabonn\\p{L}*|désinscri\\p{L}*',
]);

/** What is not wished, and not how or when it is refused: "ne plus me solliciter par la suite". */
const isWish = (sentence: string): boolean =>
  (has(sentence, WISHES) && !has(sentence, CAN)) ||
  sentence.split(/[,(–—:]/u).some((clause) => has(clause, OWN_WISH) && !has(clause, CAN));

/** It can be given when something was sent, or whenever one likes, and not where the address is collected. */
export const isLater = (sentence: string): boolean =>
  !isWish(sentence) && (has(sentence, LATER) || has(sentence, WHENEVER));
/** It can be given once something was sent, by whatever it is answered. */
export const isOnReceipt = (sentence: string): boolean => has(sentence, ON_RECEIPT) && !has(sentence, BOX);
