import { anyOf } from './names.ts';
import { few } from './signs.ts';

/** Anything within a sentence. */
export const ANY = '[^.!?;\\n]';

/** What somebody may have enough of; "fini les files d’attente" refuses nothing. */
const WHAT_IS_SENT =
  '(?:\\p{L}+\\s+)?(?:e-?mails?|mails?|courriels?|newsletters?|sms|mms|textos?|texts?|appels?|calls?|publicités?|promos?|spams?)';

/** Verbs and nouns of refusal, whoever says them. */
export const REFUSES = [
  "(?:[mts]['’](?:y\\s+)?|(?:vous|nous)\\s+(?:y\\s+)?)oppos\\p{L}+",
  "(?<!droit\\s+d[’'])opposition\\s+(?:à|aux?)",
  'refus(?:e|er|ons|ez|ent)?',
  'd[ée]s(?:inscri|abonn)\\p{L}+',
  '(?:interdi[st]|interdire|cess(?:ez|er|iez)|arr[êe]t(?:ez|er|iez)|évit(?:ez|er)|mettre\\s+fin|retirez|supprimez|me\\s+retirer|je\\s+(?:retire|décline))',
  "j[’']exerce\\s+mon\\s+droit",
  'résili\\p{L}+',
  "annul(?:e|er|ez)\\s+(?:mon|ma|mes|l['’]|cette)\\s*(?:abonnement|inscription|consentement|accord)\\p{L}*",
  'révoqu(?:e|er|ez|ons)',
  'ray(?:ez|er)(?:-moi|\\s+(?:mon|ma|mes|de))',
  '(?:je\\s+renonce|renoncer)',
  "(?:(?:je\\s+)?bloqu(?:e|er|ez))\\s+(?:les?|la|vos|tous|toutes|ces|l['’]envoi)",
  '(?:être|soi(?:t|ent))\\s+(?:retir|supprim|effac|ray|radi|exclu|désinscri)\\p{L}*',
  '(?:demande|souhaite|veux|exige)\\s+la\\s+suppression',
  'suis\\s+contre',
  'mette[zr](?:e)?\\s+fin',
  'désactiv(?:e|er|ez)',
  "l['’]arrêt\\s+d(?:e|es|u)",
  `(?:finie?s?\\s+(?:les?|la)|assez\\s+d(?:e|es|['’]))\\s*${WHAT_IS_SENT}`,
  "(?:exclure|vous\\s+soustraire|à\\s+l['’]écart\\s+d\\p{L}+|sortir\\s+d(?:e|es|u)|me\\s+passer\\s+d(?:e|es)|hors\\s+de\\s+[nv]os\\s+listes)",
  `(?:gardez\\s+vos|(?<!we\\s)(?<!to\\s)keep\\s+your)(?=\\s+${WHAT_IS_SENT})`,
  "m['’]en\\s+passe(?:rai)?",
  'très\\s+peu\\s+pour\\s+moi',
  "stop\\s+(?:aux?|à|to|all|a|agli|alle|met|mit|les|l['’]\\p{L}+)(?!\\s*\\d)",
  '(?:I|we|to|you)\\s+object',
  'objections?\\s+to',
  'opt(?:ing|ed)?(?:\\s+me)?[\\s-]+out',
  'unsubscrib\\p{L}+',
  '(?:declin|refus)(?:e|es|ed|ing)',
  'stop\\s+(?:sending|receiving|contacting|emailing|texting|calling)',
  '(?:remove|delete|exclude|take)\\s+me',
  "(?:rather|prefer(?:\\s+us)?)\\s+(?:not|we\\s+did(?:\\s+not|n['’]t))",
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
export const DOES_NOT_WANT = [
  `n(?:e\\s+|['’])${few(2)}plus`,
  "n(?:e\\s+|['’])(?:en\\s+)?(?:souhait|veu|voul|d[ée]sir|accept|consen|autoris|donn)\\p{L}*\\s+(?:pas|plus|jamais|aucune?)",
  'ne\\s+(?:pas|plus|jamais)\\s+\\p{L}+',
  "(?:n['’](?:êtes|es)|ne\\s+suis)\\s+pas\\s+d['’]accord",
  'ne\\s+rien\\s+(?:recevoir|avoir|envoyer)',
  'ne\\s+(?:le\\s+)?(?:souhait|veu|voul|d[ée]sir)\\p{L}*\\s+pas',
  `(?:do|would|will|to|does)(?:\\s+not|n['’]t)\\s+(?:\\p{L}+\\s+)?(?:want|wish|agree|consent|accept|like|contact|send|e?-?mail|text|call|receive|be)`,
  `(?:stimme|willige|möchte\\p{L}*|will|wünsche|bin|erlaube|akzeptiere|gestatte|wollen)(?![\\p{L}])${SAME_PART}(?<![\\p{L}])(?:nicht|kein\\p{L}*)`,
  'nicht\\s+(?:wünsch|möcht|woll)\\p{L}*',
  'no\\s+(?:l[aeo]s?\\s+)?(?:deseo|desea|quiero|quiere|acepto|autorizo|consiento|estoy|me|env[ií]\\p{L}+|recibir)',
  'non\\s+(?:l[aeio]\\s+)?(?:desider|vogli|vuol|accett|acconsent|autorizz|intend|vorre|inviat|ricevere|prest)\\p{L}*',
  `(?:wilt?|ga|geef|stem|wens)(?![\\p{L}])${SAME_PART}(?<![\\p{L}])(?:niet|geen)`,
];
/** A refusal: it holds for what follows in its sentence, until something is agreed to or contrasted. */
export const REFUSAL = anyOf(REFUSES, DOES_NOT_WANT);

const MAY = [
  ...['pou(?:v|rr)ez', 'peux', 'pourrai', 'peut', 'pourra', 'possibilité', 'droits?', 'libre', 'possible', 'lien'],
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
