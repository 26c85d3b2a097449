import { anyOf, pattern } from './names.ts';

/** Words of six languages by which a wording agrees, denies or refuses. Signs: what they miss is seen by who approves the form. */

/** A few words in between. */
export const few = (most: number): string => `(?:[\\p{L}'’]+\\s+){0,${most}}?`;

/** How often: a day, a week, a month. */
export const EVERY =
  '(?:par|chaque|per|a|each|every|jede[nrs]?|cada|ogni|elke|pro|por|al?|alla|a\\s+la|in\\s+der)\\s+(?:jour|semaine|mois|trimestre|an|day|week|month|quarter|year|tag|woche|monat|día|semana|mes|giorno|settimana|mese|dag|maand)';

/** What is said with a "no" and denies nothing: fear of missing something, what costs or obliges to nothing, "not only". */
export const EXCUSED = anyOf(
  [
    `n(?:e\\s+|['’])${few(2)}(?:rien|pas|plus|jamais|aucune?)\\s+${few(2)}(?:manquer|rater|louper)`,
    "n['’](?:h[ée]sitez|oubliez)\\s+pas",
    'ne\\s+(?:passez\\s+pas\\s+à\\s+côté|partez\\s+pas(?:\\s+sans)?)',
    "ne\\s+m['’](?:y\\s+)?oppose\\s+(?:pas|en\\s+rien)",
    'ne\\s+suis\\s+pas\\s+(?:opposée?|contre)',
    "n['’]y\\s+vois\\s+(?:pas|aucun)\\s+(?:d['’])?(?:inconvénient|objection)",
    '(?:pour\\s+(?:ne\\s+plus|vous\\s+désinscrire)[^.;!?\\n]{0,40}?décoch\\p{L}+|to\\s+(?:unsubscribe|stop)[^.;!?\\n]{0,40}?untick)',
    '(?:pas|not)\\s+(?:encore|yet)',
    '(?:pas|not)\\s+(?:moins\\s+de|under)\\s+\\d+',
    `n(?:e\\s+|['’])(?:(?!pas|plus|jamais|aucun)[\\p{L}'’-]+\\s+){1,5}?qu(?:e\\s+|['’])(?:par|via|si|avec)`,
    '(?:untick|décoch\\p{L}+)\\s+(?:it\\s+|la\\s+|at\\s+|cette\\s+|case\\s+)*(?:any\\s?time|whenever|à\\s+tout\\s+moment|quand)[^.;!?\\n]{0,40}',
    'pourquoi\\s+pas',
    "(?:non|pas|jamais)\\s+(?:seulement|uniquement|obligatoire|nécessaire|plus\\s+d(?:e|[’']\\p{L}+))",
    "n['’](?:est|êtes|ai|es|suis)\\s+pas\\s+(?:une\\s+condition|obligée?s?|tenue?s?)",
    '(?:sans|aucune?|ni)\\s+(?:aucune?\\s+)?(?:engagement|obligation|frais|achat|condition|contrainte|surcoût|supplément)',
  ],
  [
    `(?:do(?:es)?\\s+not|do(?:es)?n['’]t|never|not|to\\s+not)\\s+${few(3)}miss(?:ing)?`,
    '(?:no|without|without\\s+any)\\s+(?:further\\s+)?(?:obligations?|commitments?|purchase|strings|costs?|charges?|fees?|spam)',
    '(?:not|no)\\s+(?:only|just|required|mandatory|compulsory|necessary|a\\s+condition|more\\s+than)',
    "do(?:n['’]t|\\s+not)\\s+(?:hesitate|mind|forget)",
  ],
  [
    '(?:nicht|keine?[nrsm]?|nie)\\s+(?:\\p{L}+\\s+){0,3}?(?:verpass\\p{L}*|versäum\\p{L}*)',
    'nicht\\s+(?:nur|allein|verpflichtend|erforderlich|zwingend|mehr\\s+als)',
    '(?:ohne|keine?)\\s+(?:kaufzwang|kosten|verpflichtung(?:en)?|kaufverpflichtung)',
  ],
  [
    `no\\s+${few(2)}perder\\p{L}*`,
    'no\\s+(?:s[oó]lo|solamente|es\\s+obligatorio|obligatorio|más\\s+de)',
    '(?:sin|ningún)\\s+(?:ningún\\s+)?(?:compromiso|coste|costo|obligación)',
  ],
  [
    `non\\s+${few(2)}perder\\p{L}*`,
    'non\\s+(?:solo|soltanto|solamente|è\\s+obbligatori[oa]|obbligatori[oa]|più\\s+di)',
    '(?:senza|nessun)\\s+(?:impegno|obbligo|costi|costo)',
  ],
  ['niet\\s+(?:alleen|verplicht|meer\\s+dan)', '(?:zonder|geen)\\s+(?:verplichting(?:en)?|kosten|aankoopverplichting)'],
);

/** What takes the place of what is named after it: "qui remplacent les SMS", "en remplacement des SMS". */
const INSTEAD_OF =
  'en\\s+remplacement|à\\s+la\\s+place|remplac(?:e|ent|eront|era|ant)|in\\s+place\\s+of|replac(?:es?|ing)|als\\s+ersatz|ersetz\\p{L}+|en\\s+sustitución|sustituy\\p{L}+|in\\s+sostituzione|sostituisc\\p{L}+|ter\\s+vervanging|vervang\\p{L}+';
/** A clause that holds one before a channel denies it. */
const NO_IN_ALL = [
  INSTEAD_OF,
  ...[
    'jamais',
    'pas',
    'ni',
    'aucune?s?',
    'sauf',
    'except[ée]e?s?',
    'hormis',
    'hors',
    '(?<!(?:can|may|could)\\s)refuse',
  ],
  ...[
    "à\\s+l[’']ex(?:clusion|ception)",
    'exception\\s+faite',
    'à\\s+part',
    "plutôt\\s+qu(?:e|[’']\\p{L}+)",
    'au\\s+lieu',
    "rien\\s+(?:par|via|sur|en|de|d[’']\\p{L}+)",
  ],
  ...[
    'never',
    'not',
    'nor',
    'no',
    'neither',
    'except',
    'excluding',
    'rather\\s+than',
    'instead\\s+of',
    '(?:other|apart)\\s+(?:than|from)',
  ],
  ...['nicht', 'kein\\p{L}*', 'nie', 'niemals', 'weder', 'außer', 'ausser', 'ausgenommen', '(?:an)?statt', 'anstelle'],
  ...[
    'nunca',
    'jamás',
    'tampoco',
    'excepto',
    'salvo',
    'ning[uú]n\\p{L}*',
    'en\\s+lugar',
    'en\\s+vez',
    'nada\\s+de',
    'aparte\\s+de',
  ],
  ...['né', 'nemmeno', 'neanche', 'nessun\\p{L}*', 'tranne', 'eccetto', 'anziché', 'invece', 'fuorché', 'basta'],
  ...['niet', 'geen', 'nooit', 'behalve', 'uitgezonderd', 'in\\s+plaats'],
];
const CONTRACTED = "|(?<=\\p{L})n['’]t(?![\\p{L}\\d])";
/** In Italian and Dutch alone: elsewhere they mean something else, or nothing this strong. */
const NO_IN: Readonly<Record<string, readonly string[]>> = { it: ['non', 'mai'], nl: ['noch'] };
export const saysNoIn = (language: string): RegExp =>
  pattern(`${anyOf(NO_IN_ALL, NO_IN[language] ?? []).source}${CONTRACTED}`);

/** None are sent any more: "vous avez supprimé les SMS"; in German and Dutch behind the name. */
const GIVEN_UP =
  '(?:supprim|arrêt|abandonn|remplac)ée?s?|removed|stopped|abandoned|replaced|(?:elimina|suprimi|sustitui)d[oa]s?|eliminat[oi]|soppress[oi]|sostituit[oi]|abgeschafft|ersetzt|gestrichen|verwijderd|afgeschaft|vervangen';
/** Right before a name: "sans SMS", "zéro SMS", "non par les SMS". Further away it may speak of something else: "sans engagement". */
export const WITHOUT = pattern(
  `(?<![\\p{L}\\d])(?:sans|non|without|ohne|sin|senza|zonder|menos|z[ée]ro|0|null|cero|nul|${GIVEN_UP})\\s+(?:(?:par|via|les?|la|vos|nos|d[eu]s?|aux?|pas|voie|any|your|our|the|by|per|por|con|los|gli|i|die|den|mit|mijn|uw|onze)\\s+|[dl]['’])*$`,
);

const NO_ANSWER =
  'jamais|non|never|no|nein|nie|niet|nee|nunca|mai|exclus?e?s?|excluded|ausgeschlossen|excluid[oa]s?|esclus[oaie]|uitgesloten';
/** Right after a name, as a whole answer: "par SMS : non". */
export const ANSWERED_NO = pattern(
  `^[\\s:,(=–—-]*(?:c[’']est\\s+)?(?:${NO_ANSWER})(?:\\s+(?:merci|thanks|thank\\s+you|danke|gracias|grazie|bedankt))?\\s*(?:[.;:,!?)(☐•\\n]|$)|^\\s*\\?\\s*(?:non|no|nein|nee)\\s*,?\\s+(?:merci|thanks|thank\\s+you|danke|gracias|grazie|bedankt)|^\\s+(?:(?:sont|seront|ont\\s+été|are|were|have\\s+been|will\\s+be|werden|wurden|worden|sono|son|serán)\\s+)?(?:désormais\\s+|now\\s+)?(?:${GIVEN_UP})(?![\\p{L}\\d])`,
);
export const ANSWERED_YES = pattern(
  "^[\\s:,(=–—-]*[☐☑]?\\s*(?:oui|yes|ja|sí|sì|ok|d['’]accord|volontiers)(?![\\p{L}\\d])",
);

/** Where what was refused ends, in a sentence that goes on. */
export const CONTRAST = pattern(
  '(?<![\\p{L}\\d])(?:mais|but|however|aber|sondern|pero|sino|bensì|maar)(?![\\p{L}\\d])|,\\s*(?:ma|seulement|uniquement|juste|only|just|nur|solo|sólo|solamente|soltanto|alleen|plutôt|rather|lieber|liever)(?![\\p{L}\\d])',
);

/** The person agrees, by words of their own or those of the box. */
export const AGREES = anyOf(
  [
    "j['’](?:accepte|autorise|aimerais)",
    "je\\s+(?:consens|souhaite|veux|désire|choisis|donne|m[’']abonne|m[’']inscris)",
  ],
  [
    'oui',
    "(?<!pas\\s)d[’']accord",
    'volontiers',
    'acceptez(?:-vous)?',
    'souhaitez-vous',
    '(?:pour|veux)\\s+(?:recevoir|être)',
  ],
  [
    'I\\s+(?:agree|accept|consent|want|wish|would\\s+(?:like|love)|am\\s+happy)',
    'we\\s+(?:agree|accept|consent)',
    'and\\s+(?:agree|consent|accept)',
    'yes',
    'please(?!\\s+(?:un)?tick|\\s+(?:check|let|tell|note|contact|write|do|don))',
    'sign\\s+me\\s+up',
  ],
  [
    'ich\\s+(?:möchte|will|stimme|willige|bin|erlaube|akzeptiere|wünsche)',
    'ja',
    'gern(?:e)?',
    '(?<!nicht\\s)einverstanden',
  ],
  ['(?<!no\\s)(?:acepto|autorizo|consiento|deseo|quiero)', 'sí', 'de\\s+acuerdo'],
  ['(?<!non\\s)(?:accetto|acconsento|autorizzo|desidero|voglio|vorrei)', 'sì', 'va\\s+bene'],
  ['ik\\s+(?:ga|wil|stem|geef|ontvang|wens)', 'graag', '(?<!niet\\s)akkoord'],
);

const OPENS = '(?:et|mais|donc|and|but|und|y|e|en)\\s+';
/** An agreement that goes on from something else, which says no to nothing: "je ne suis pas professionnel et j’accepte …". */
export const AND_AGREES = anyOf([
  `${OPENS}(?:j['’](?:accepte|autorise|aimerais)|je\\s+(?:consens|souhaite|veux|désire|m[’']abonne|m[’']inscris))`,
  `${OPENS}(?:I\\s+)?(?:agree|consent|accept|want|wish|would\\s+(?:like|love))`,
  `${OPENS}(?:ich\\s+)?(?:möchte|will|stimme|willige|akzeptiere)`,
  `${OPENS}(?:acepto|autorizo|consiento|deseo|quiero|accetto|acconsento|autorizzo|desidero|voglio|vorrei)`,
  `${OPENS}ik\\s+(?:ga|wil|stem|geef|ontvang|wens)`,
]);

/** What an address is for, said right after it, where that is no offer: "votre e-mail est utilisé uniquement pour votre commande". */
export const FOR_AN_ORDER = pattern(
  "^[^.!?\\n☐☑]{0,80}?(?:(?:(?:utilis|serv|employ|use)\\p{L}*|sert)\\s+(?:uniquement|exclusivement|seulement|only|solely|qu(?:e\\s+|(?=['’])))|(?:uniquement|exclusivement|seulement|only)\\s+utilis\\p{L}+)['’]?\\s*(?:pour|à|aux?|for|to)\\s+[^.;!?\\n]{0,25}?(?:commande|livraison|suivi|facture|reçu|réservation|order|delivery|invoice|receipt)" +
    "|^[^.!?\\n☐☑]{0,120}?(?:ne\\s+(?:servir|ser)\\p{L}+\\s+(?:jamais|pas)|will\\s+(?:never|not)\\s+be\\s+used)\\s+(?:utilis\\p{L}+\\s+)?(?:pour|à|for|to)\\s+(?!d?['’]?autres?|une?\\s+autre|any\\s+other)|^\\s*(?:ne\\s+)?soi(?:t|ent)\\s+(?:supprim|retir|effac|ray|radi|exclu)\\p{L}*",
);
