import { channelsOpposedBy } from '../message/channel.ts';
import type { OppositionScope } from './opposition.ts';

/** Version of the mapping below, kept with every opposition it finds. */
const SMS_REPLY_MAPPING = 'sms-reply/2';

/** How an opposition was found in a reply by SMS whose words are doubtful: until a human says otherwise, and final if nobody does (D20). */
export const DOUBTFUL_SMS_REPLY = `${SMS_REPLY_MAPPING} doubtful`;

/** Words whose stem, anywhere in a reply, says stop, glued to a code or a word or not, and as they are misspelt. */
const STOPS =
  /(^|\s)(stop|ar{2,}et|aret(?!es?(\s|$))|un ?su(bs?|s)cri|des ?in?s?cri(?!ptions? (ouv|encore|disp))|desinscir|deinscri|desab+on|m?oppos|opt out|optout|sup+rim|efface|resili|spam)|stop(\s|$)/;

/** To be taken off a list, not to fetch what was bought. */
const TAKEN_OFF =
  /(^|\s)(retire|enleve)([rz](?! (ma|mon|mes|la|le|les|l|un|une|notre|nos|cette|ce) (commande|colis|paquet|article|achat|produit|livraison|panier))| (moi|nous|mon (numero|nom|tel|contact)))/;

/** How it is said in German, Spanish, Italian and Dutch, the words that our own messages teach among them. */
const ELSEWHERE = [
  /(^|\s)(abmeld|abbestell|widerspr(uch|ech)|aufho(e)?ren|disiscri|afmeld|uitschrijv|cancella(mi|rmi|te|temi)(\s|$)|me opongo|mi oppongo|oppor(si|mi)|opposizione|opon(erse|erme|go)(\s|$)|oposicion(\s|$))/,
  /(^|\s)(keine (weiteren )?(sms|nachrichten|mails) mehr|keine werbung|keine sms|geen (sms|berichten|mails) meer|geen reclame)(\s|$)/,
  /(^|\s)(no quiero (mas|recibir|sus|publicidad)|non voglio (piu|ricevere)|(dar|darme|darse|darte|date|deme) de baja)(\s|$)/,
  /(?<!geen )(?<![^ ])bezwaar(\s|$)/,
  /(^|\s)(melden|horen) sie (mich |uns )?(ab|auf)(\s|$)|(^|\s)(meld|schrijf) (me|mij|ons) (af|uit)(\s|$)/,
  /^(baja(\s|$)|nein danke|nee (bedankt|dank)|no (gracias|grazie)|basta (sms|messagg|pubblicit|cosi|grazie|ya))/,
];

/** How a hurried thumb writes it, as the first word: letters exchanged, doubled, or those beside them on the keys. */
const HURRIED = /^(sotp|stpo|tsop|stoop|sttop|sstop|st0p|[dqaz]top|s[ryf]op|st[ip]p|sto[lmo])(\s|$)/;

/** Signs that say it without a word. */
const SIGNS = /[\u{1F6D1}\u{26D4}\u{1F6AB}]/u;

/**
 * Words that AWS and operators take for a refusal when they are the whole reply (AWS SNS, default opt-out keywords).
 */
const WHOLE_REPLIES = new Set([
  'cancel',
  'end',
  'quit',
  'remove',
  'revoke',
  'td',
  'fin',
  'non',
  'no',
  's t o p',
  'st op',
  'nein',
  'nee',
  'alto',
  'basta',
  'cancella',
]);

/** Said in other words, hence doubtful: an opposition until a human says otherwise (D20). */
const DOUBTFUL = [
  /(^|\s)(non merci|no thanks?|pas interess\w*|plus de (pub|sms|message|mail|offre|demarch)\w*|laissez moi|lachez moi|fichez|foutez|harcel\w*)(\s|$)/,
  /(^|\s)j?(veux|souhaite) pl?us?(\s|$)/,
  /interesse\w{0,2} pas(?! mal)(\s|$)/,
  /(veux|souhaite|desire|voulons|souhaitons) pas (recevoir )?(de |d |des )?(vos |ces |tes |votre |ta )?(sms|messages?|mails?|pub\w{0,8}|offres?|textos?|promos?|demarch\w{0,4})(\s|$)/,
  /(veux|souhaite|desire|voulons|souhaitons) pas etre (contact|sollicit|demarch|derang)/,
  /(^|\s)ne pas (m|me|nous) (envoy|ecri|sollicit|demarch|derang|relanc)/,
  /(?<!vous )(?<![^ ])ne (m|me|nous) (envoy|ecri|sollicit|demarch|derang|relanc)\w{0,9} (pas|rien)(\s|$)/,
  /(?<!(^|\s)(a|ai|avez|avons|recu|recois|recoit|recevons|eu) )(?<![^ ])pas de (vos )?(pub|sms|demarch|textos?(\s|$))/,
  /(^|\s)(je|nous) refus(e|ons) (tou(t|te|tes|s)|vos|ces|tes|de recevoir|d etre|la (pub|prospection)|les (pub|sms|message)|le demarch)/,
  /^refuser tou(t|te|tes|s) /,
  /(^|\s)(not interested|i object|leave (me|us) alone|(delete|remove) my (number|data|details|phone|name))(\s|$)/,
  /(^|\s)(do not|don t|dont) (want|wish|need) (to (receive|get) )?(any |these |those |your |more )*(sms|texts?|messages?|mails?|emails?|ads?|offers?)(\s|$)/,
  /(^|\s)(get me (off|out)|remove me(\s|$)|take me (off|out|from)(\s|$)|(do not|don t|dont|never|no more) (contact|text|sms|messag|mail|call|writ|send (me|us|any|these|this|more|anything)(\s|$)|ads?(\s|$)))/,
];

/** "ne … plus", "n … plus", whatever is between: doubtful as well. */
const saysNoMore = (words: string): boolean => {
  const each = words.split(' ');
  const negation = each.findIndex((word) => word === 'ne' || word === 'n');
  return negation >= 0 && each.lastIndexOf('plus') > negation;
};

/** Refuses the advertiser altogether (OPP-3: free text such as "ne me contactez plus"). */
const OF_EVERYTHING =
  /contact\w{0,20} plus|(?<!pourquoi )(?<![^ ])ne pas (me |nous )?contact|(?<!vous (ne )?)(?<![^ ])(me|nous) contact(e|ez|er) pas|(do not|don t|dont|never) contact|plus (me |nous )?contact|plus (aucun|jamais|rien)|stop (tout|all)\b|arret\w{0,20} (tout|de me contacter)/;

/** Lower case without accents and without characters that show nothing; punctuation and white space of all kinds become one space. */
export const foldReply = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a reply says of messages to come. */
export interface ReadReply {
  readonly of: OppositionScope;
  /** Only words that probably mean it say so: an opposition until a human says otherwise (D20), and named as such in its evidence. */
  readonly isDoubtful: boolean;
}

/**
 * What a reply opposes, if it does: the SMS family for a stop, everything where the words say so; `undefined` for any
 * other reply. Generous by decision: a wrong stop costs one recipient, a stop missed is an offence (226-18-1 C. pén.).
 */
export const readReply = (reply: string): ReadReply | undefined => {
  const words = foldReply(reply);
  if (OF_EVERYTHING.test(words)) return { of: { scope: 'global' }, isDoubtful: false };
  const isPlain =
    STOPS.test(words) ||
    TAKEN_OFF.test(words) ||
    ELSEWHERE.some((each) => each.test(words)) ||
    HURRIED.test(words) ||
    SIGNS.test(reply) ||
    WHOLE_REPLIES.has(words);
  const isDoubtful = !isPlain && (DOUBTFUL.some((each) => each.test(words)) || saysNoMore(words));
  if (!isPlain && !isDoubtful) return undefined;
  return { of: { scope: 'channel', channels: [...channelsOpposedBy('reply')] }, isDoubtful };
};

/** How an opposition was found in a reply, kept as its evidence: `sms-reply/2`, or `sms-reply/2 doubtful`. */
export const mappingOf = ({ isDoubtful }: Pick<ReadReply, 'isDoubtful'>): string =>
  isDoubtful ? DOUBTFUL_SMS_REPLY : SMS_REPLY_MAPPING;
