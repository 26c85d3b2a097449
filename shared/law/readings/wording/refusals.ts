import { anyOf } from './names.ts';
import { few } from './signs.ts';

/** Anything within a sentence. */
const ANY = '[^.!?;\\n]';

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
/** A box that is ticked to refuse, or words of refusal that ask to tick it. */
export const TICKED_TO_REFUSE = anyOf([
  `(?:${TICK})${FEW_PLAIN}{0,4}?,?\\s+(?:${TO})${FEW_PLAIN}{0,4}?\\s+(?:${A_NO}|${REFUSES.join('|')})`,
  "(?:sauf|à\\s+défaut\\s+d[’']|sans)\\s*(?:opposition|refus|avis\\s+contraire|mention\\s+contraire)",
  'unless\\s+you\\s+(?:tick|check|object|tell|opt|say)',
  '(?:sofern|wenn)\\s+sie\\s+(?:dem\\s+)?nicht\\s+widersprechen',
  'salvo\\s+(?:que\\s+|su\\s+)?(?:oposición|opposizione|se\\s+oponga|diverso\\s+avviso)',
  'tenzij\\s+u',
  `(?:si|if|wenn|falls|se|als)\\s${ANY}{0,80}?(?:${[...REFUSES, ...DOES_NOT_WANT].join('|')})${ANY}{0,60}?(?:${TICK})`,
]);
