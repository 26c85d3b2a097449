import { anyOf, pattern } from './names.ts';

/** Words of six languages by which a wording agrees, denies or refuses. Signs: what they miss is seen by who approves the form. */

const ANY = '[^.!?;\\n]';
/** A few words in between. */
const few = (most: number): string => `(?:[\\p{L}'’]+\\s+){0,${most}}?`;

/** What is said with a "no" and denies nothing: fear of missing something, what costs or obliges to nothing, "not only". */
export const EXCUSED = anyOf(
  [
    `n(?:e\\s+|['’])${few(2)}(?:rien|pas|plus|jamais|aucune?)\\s+${few(2)}(?:manquer|rater|louper)`,
    "n['’]h[ée]sitez\\s+pas",
    'pourquoi\\s+pas',
    "(?:non|pas)\\s+(?:seulement|uniquement|obligatoire|nécessaire|plus\\s+d[e’'])",
    "n['’](?:est|êtes|ai|es|suis)\\s+pas\\s+(?:obligatoire|nécessaire|une\\s+condition|obligée?s?|tenue?s?)",
    '(?:sans|aucune?|ni)\\s+(?:aucune?\\s+)?(?:engagement|obligation|frais|achat|condition|contrainte|surcoût|supplément)',
  ],
  [
    `(?:do(?:es)?\\s+not|do(?:es)?n['’]t|never|not|to\\s+not)\\s+${few(3)}miss(?:ing)?`,
    '(?:no|without|without\\s+any)\\s+(?:further\\s+)?(?:obligations?|commitments?|purchase|strings|costs?|charges?|fees?|spam)',
    '(?:not|no)\\s+(?:only|just|required|mandatory|compulsory|necessary|a\\s+condition|more\\s+than)',
    "do(?:n['’]t|\\s+not)\\s+hesitate",
  ],
  [
    '(?:nichts|nicht|keine?[nrsm]?|nie)\\s+(?:\\p{L}+\\s+){0,3}?(?:verpass\\p{L}*|versäum\\p{L}*)',
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
  [
    'niets\\s+(?:\\p{L}+\\s+)?(?:missen|mislopen)',
    'niet\\s+(?:alleen|verplicht|meer\\s+dan)',
    '(?:zonder|geen)\\s+(?:verplichting(?:en)?|kosten|aankoopverplichting)',
  ],
);

/** A clause that holds one before a channel denies it. */
const NO_IN_ALL = [
  ...['jamais', 'pas', 'ni', 'aucune?s?', 'sauf', 'except[ée]e?s?', 'hormis', 'hors', 'refuse'],
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

/** Right before a name: "sans SMS", "non par les SMS". Further away it may speak of something else: "sans engagement". */
export const WITHOUT = pattern(
  "(?<![\\p{L}\\d])(?:sans|non|without|ohne|sin|senza|zonder|menos)\\s+(?:(?:par|via|les?|la|vos|nos|d[eu]s?|aux?|pas|voie|any|your|by|per|por|con|gli|i|die|den|mit|mijn|uw)\\s+|[dl]['’])*$",
);

const NO_ANSWER =
  'jamais|non|never|no|nein|nie|niet|nee|nunca|mai|exclus?e?s?|excluded|ausgeschlossen|excluid[oa]s?|esclus[oaie]|uitgesloten';
/** Right after a name, as a whole answer: "par SMS : non". */
export const ANSWERED_NO = pattern(
  `^[\\s:,(=–—-]*(?:c[’']est\\s+)?(?:${NO_ANSWER})(?:\\s+(?:merci|thanks|thank\\s+you|danke|gracias|grazie|bedankt))?\\s*(?:[.;:,!?)(☐•\\n]|$)`,
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
  ['oui', "d[’']accord", 'volontiers', 'acceptez(?:-vous)?', 'souhaitez-vous', '(?:pour|veux)\\s+(?:recevoir|être)'],
  [
    '(?:I|we)\\s+(?:agree|accept|consent|want|wish|would\\s+(?:like|love)|am\\s+happy)',
    'yes',
    'please',
    'sign\\s+me\\s+up',
  ],
  ['ich\\s+(?:möchte|will|stimme|willige|bin|erlaube|akzeptiere|wünsche)', 'ja', 'gern(?:e)?', 'einverstanden'],
  ['(?<!no\\s)(?:acepto|autorizo|consiento|deseo|quiero)', 'sí', 'de\\s+acuerdo'],
  ['(?<!non\\s)(?:accetto|acconsento|autorizzo|desidero|voglio|vorrei)', 'sì', 'va\\s+bene'],
  ['ik\\s+(?:ga|wil|stem|geef|ontvang|wens)', 'graag', 'akkoord'],
);

/** Verbs and nouns of refusal, whoever says them. */
const REFUSES = [
  "(?:[mts]['’](?:y\\s+)?|(?:vous|nous)\\s+(?:y\\s+)?)oppos\\p{L}+",
  "(?<!droit\\s+d[’'])opposition\\s+(?:à|aux?)",
  'refus(?:e|er|ons|ez|ent)?',
  'd[ée]s(?:inscri|abonn)\\p{L}+',
  '(?:interdi[st]|interdire|cess(?:ez|er|iez)|arr[êe]t(?:ez|er|iez)|évit(?:ez|er)|mettre\\s+fin|retirez|supprimez|me\\s+retirer|je\\s+(?:retire|décline))',
  "j[’']exerce\\s+mon\\s+droit",
  "stop\\s+(?:aux?|à|to|all|a|agli|alle|met|mit|les|l['’]\\p{L}+)(?!\\s*\\d)",
  '(?:I|we|to|you)\\s+object',
  'objections?\\s+to',
  'opt(?:ing|ed)?(?:\\s+me)?[\\s-]+out',
  'unsubscrib\\p{L}+',
  '(?:declin|refus)(?:e|es|ed|ing)',
  'stop\\s+(?:sending|receiving|contacting|emailing|texting|calling)',
  '(?:remove|delete|exclude|take)\\s+me',
  '(?:rather|prefer(?:\\s+us)?)\\s+not',
  'no\\s+longer',
  'leave\\s+me\\s+(?:out|alone|off)',
  '(?:verzichte|dejen?\\s+de)',
  `trek(?![\\p{L}])${ANY}{0,80}?(?<![\\p{L}])in`,
  'withdraw\\s+(?:my|any)',
  '(?:widerrufe|retiro\\s+mi|revoco|ritiro\\s+il)',
  'widersprech\\p{L}*',
  'widerspruch',
  '(?:lehne|abzulehnen|ablehn\\p{L}*|abmeld\\p{L}*|abzumelden|abbestell\\p{L}*|untersag\\p{L}*|verweiger\\p{L}*)',
  `melde?(?![\\p{L}])${ANY}{0,60}?(?<![\\p{L}])a[bf]`,
  '(?:(?:me|se|nos)\\s+opon\\p{L}+|oponer(?:me|se)|rechaz\\p{L}+|dar(?:me|se)\\s+de\\s+baja)',
  '(?:mi\\s+oppongo|oppor(?:mi|si|re)|rifiut\\p{L}+|disiscri\\p{L}+|cancellar(?:mi|si))',
  '(?:bezwaar|weiger\\p{L}*|uit(?:schrij|geschre)\\p{L}+|afmeld\\p{L}*|opzeg\\p{L}*)',
];
/** In between without a comma, and without what begins another part: "möchte E-Mails und keine Anrufe" wants mails. */
const SAME_PART = '(?:(?!\\s(?:und|oder|sowie|en|of)\\s)[^.!?;:,\\n]){0,40}?';
/** What the person does not want, said with a "no". */
const DOES_NOT_WANT = [
  `n(?:e\\s+|['’])${few(2)}plus`,
  "n(?:e\\s+|['’])(?:souhait|veu|voul|d[ée]sir|accept|consen|autoris|donn)\\p{L}*\\s+(?:pas|plus|jamais|aucune?)",
  'ne\\s+(?:pas|plus|jamais)\\s+\\p{L}+',
  'ne\\s+rien\\s+(?:recevoir|avoir|envoyer)',
  'ne\\s+(?:le\\s+)?(?:souhait|veu|voul|d[ée]sir)\\p{L}*\\s+pas',
  `(?:do|would|will|to|does)(?:\\s+not|n['’]t)\\s+(?:\\p{L}+\\s+)?(?:want|wish|agree|consent|accept|like|contact|send|e?-?mail|text|call|receive|be)`,
  `(?:stimme|willige|möchte\\p{L}*|will|wünsche|bin|erlaube|akzeptiere|gestatte|wollen)(?![\\p{L}])${SAME_PART}(?<![\\p{L}])(?:nicht|kein\\p{L}*)`,
  'no\\s+(?:deseo|desea|quiero|quiere|acepto|autorizo|consiento|estoy|me|env[ií]\\p{L}+|recibir)',
  'non\\s+(?:desider|vogli|vuol|accett|acconsent|autorizz|intend|vorre|inviat|ricevere|prest)\\p{L}*',
  `(?:wilt?|ga|geef|stem|wens)(?![\\p{L}])${SAME_PART}(?<![\\p{L}])(?:niet|geen)`,
];
/** A refusal: it holds for what follows in its sentence, until something is agreed to or contrasted. */
export const REFUSAL = anyOf(REFUSES, DOES_NOT_WANT);

const MAY = [
  ...['pou(?:v|rr)ez', 'peux', 'pourrai', 'peut', 'pourra', 'possibilité', 'droit', 'libre', 'possible', 'lien'],
  ...['can', 'may', 'could', 'able', 'right', 'free', 'link'],
  ...['können', 'kann', 'könnten', 'jederzeit', 'recht'],
  ...['puede\\p{L}*', 'puedo', 'podr[áé]', 'derecho', 'può', 'puoi', 'posso', 'potr[àò]', 'diritto'],
  ...['kunt', 'kan', 'kunnen', 'mag', 'altijd'],
];
const AWAY =
  '(?:désinscription|désabonnement|unsubscribe|opt[\\s-]?out|abmeldung|abbestellung|widerspruch|baja|cancellazione|disiscrizione|afmelden|uitschrijven|opposition)';
/** What informs of the right to refuse later, and refuses nothing: "vous pouvez vous opposer à tout moment". */
export const OF_RIGHTS = anyOf([
  `(?:${MAY.join('|')})(?![\\p{L}])${ANY}{0,60}?(?:${REFUSES.join('|')})`,
  `${AWAY}\\s+(?:à\\s+tout\\s+moment|possible|gratuite?|d[’']un\\s+clic|at\\s+any\\s+time|whenever|jederzeit|möglich|en\\s+cualquier|cuando|in\\s+qualsiasi|quando|op\\s+elk|kan|link)`,
]);

const TICK =
  '(?:d[ée])?coch\\p{L}+|(?:un)?tick|check\\s+(?:this|the|here)|ankreuzen|kreuzen|marque|marcar?|spunt\\p{L}+|barr(?:i|are)|aanvinken|vink|kruis';
const TO = "pour|si|afin\\s+d[e’']|to|if|um|wenn|falls|para|per|se|om|als";
const A_NO = "ne|n['’]\\p{L}+|pas|plus|not|nicht|keine?\\p{L}*|no|non|niet|geen|do\\s+not|don['’]t";
const FEW_PLAIN = '(?:\\s+[^\\s,.;:!?]+)';
/** A box that is ticked to refuse, or words of refusal that end by telling to tick it. */
export const TICKED_TO_REFUSE = anyOf([
  `(?:${TICK})${FEW_PLAIN}{0,4}?,?\\s+(?:${TO})${FEW_PLAIN}{0,4}?\\s+(?:${A_NO}|${REFUSES.join('|')})`,
  "(?:sauf|à\\s+défaut\\s+d[’']|sans)\\s*(?:opposition|refus|avis\\s+contraire|mention\\s+contraire)",
  'unless\\s+you\\s+(?:tick|check|object|tell|opt|say)',
  '(?:sofern|wenn)\\s+sie\\s+(?:dem\\s+)?nicht\\s+widersprechen',
  'salvo\\s+(?:que\\s+|su\\s+)?(?:oposición|opposizione|se\\s+oponga|diverso\\s+avviso)',
  'tenzij\\s+u',
  `(?:si|if|wenn|falls|se|als)\\s${ANY}{0,80}?(?:${[...REFUSES, ...DOES_NOT_WANT].join('|')})${ANY}{0,60}?(?:${TICK})`,
]);
