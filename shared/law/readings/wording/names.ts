import { CHANNELS, type Channel } from '#shared/domain/message/channel.ts';

/** Letters of the languages that are read, in lower case. */
const ALPHABET = 'a-zß-öø-ÿœ';
/** `\\p{L}` in a source means one of those: with all letters of the world a pattern takes a hundred times as long to make. */
const inAlphabet = (source: string): string =>
  source.toLowerCase().replaceAll('[\\p{l}', `[${ALPHABET}`).replaceAll('\\p{l}', `[${ALPHABET}]`);

/** A class of letters, a word that is another one without its accent, or a letter with one. */
const ACCENTS = /\[[^\]]*\]|(?<![a-z])(?:sí|sì|né)(?![a-z])|[à-öù-ÿ]/g;
/** Capitals are often written without accents: each letter that has one is taken without it as well. */
const withoutAccents = (source: string): string =>
  source.replace(ACCENTS, (found) => (found.length > 1 ? found : `[${found}${found.normalize('NFD')}]`));

/** A pattern of such sources, for texts that `lowered` made. */
export const pattern = (source: string): RegExp => new RegExp(withoutAccents(inAlphabet(source)), 'g');

/** One of these, as words of their own. */
export const anyOf = (...names: readonly (readonly string[])[]): RegExp =>
  pattern(`(?<![\\p{L}\\d])(?:${names.flat().join('|')})(?![\\p{L}\\d])`);

/** A text in lower case has one of these signs. */
export const has = (text: string, signs: RegExp): boolean => text.search(signs) >= 0;

/** A text with a mark instead of what has these signs. */
export const marked = (text: string, signs: RegExp): string => text.replace(signs, ' _ ');

/** What comes before the first of these signs; all, where there is none. */
export const until = (text: string, signs: RegExp): string => text.split(signs)[0] ?? '';
/** What follows the last of them; all, where there is none. */
export const since = (text: string, signs: RegExp): string => text.split(signs).at(-1) ?? '';
/** Where a sentence ends: a point within a number or a name ends none. */
export const SENTENCE_ENDS = /[!?;\n]|\.(?!\S)/u;
/** Each sign that may end one, a point within a number or a name as well. */
export const SENTENCE_SIGNS = /[.!?;\n]/u;
/** The sentence at these places, by the signs that end one: what it says before them, and behind. */
export const sentenceAt = (
  text: string,
  from: number,
  to: number,
  ends: RegExp,
): readonly [lead: string, tail: string] => [since(text.slice(0, from), ends), until(text.slice(to), ends)];

/** A text in lower case, with each character at its place. */
export const lowered = (text: string): string => text.replaceAll('İ', 'i').toLowerCase();

const MAIL = [
  'e-?mails?',
  'e-?mail(?:-|\\p{L})\\p{L}*',
  '(?:werbe|info|news)?mails?',
  'mail(?:ings?|tjes?|adress?\\p{L}*|berichten)',
  'm[éèe]ls?',
  'courriels?',
  '(?:courriers?|messages?|messageries?|envois?|adresses?|lettres?) électroniques?',
  'electronic (?:mails?|messages?|address(?:es)?)',
  'elektronische[nrs]? (?:post|nachrichten?|briefe?|berichten)',
  'correos?(?: electr[oó]nicos?)?(?! postal)',
  '(?:posta|lettere?) elettronic\\p{L}',
];
const NEWSLETTERS = [
  'newsletters?',
  'infolettres?',
  "lettres? d[’']info(?:rmation)?s?",
  'bolet[ií]n(?:es)?',
  'nieuwsbrie(?:f|ven)',
];
/** Other ways of one list: "par voie postale, téléphonique et électronique". */
const OTHER_WAYS = '(?:(?:postale?|téléphonique|électronique|orale)(?:,| et| ou| et/ou) ){1,3}';
/**
 * “Par voie électronique” is wider than e-mail and than text messages. It names e-mail, as “courrier électronique” does in
 * ordinary speech; of any other means it leaves the question open, and a human reads the form once (D9).
 */
const ELECTRONIC = [
  '(?:voies?|moyens?|formes?|communications?) électroniques?',
  `voies? ${OTHER_WAYS}électroniques?`,
  'électroniquement',
  'electronically',
  'electronic (?:means|communications?|form)',
  'elektronisch(?:em|er|e|en)?(?: wege?)?',
  '(?:medios?|v[ií]as?|comunicaci(?:ón|ones)) electr[oó]nic\\p{L}+',
  '(?:via|mezzi|comunicazioni) elettronic\\p{L}+',
  'elettronicamente',
];
const TEXT = [
  "sms|s\\.m\\.s|sms-?\\p{L}+|sms['’]?jes?",
  'textos?',
  'text(?: messages?|s|ing)?',
  'messages? textes?',
  'mini-?messages?',
  '(?:text|kurz)nachricht(?:en)?',
  'mensajes? de texto',
  'messagg(?:i|io|ini) di testo',
  'tekstbericht(?:en|je|jes)?',
];
const PICTURES = [
  'mms',
  'mms-?\\p{L}+',
  'messages? multim[ée]dias?',
  '(?:picture|multimedia) messages?',
  'multimedianachricht(?:en)?',
  'mensajes? multimedia',
  'messaggi(?:o)? multimedial[ei]',
  'multimediabericht(?:en)?',
];
const AUTOMATES = [
  "automates?(?: d[’']appels?)?|messages? pr[ée]-?enregistrés?|serveurs? voca(?:l|ux)|systèmes? automatisés?|anrufautomat(?:en)?|belautomat(?:en)?|robo-?calls?|pre-?recorded (?:messages?|calls?)",
];
/** The bare noun, as one of a list of means: "par e-mail, SMS et téléphone". */
const PHONE = '(?:téléphone|(?:tele)?phone|telefon|teléfono|telefono|telefoon)(?! (?:number|portable|mobile))';
const IN_A_LIST = '(?:[,/☐☑□○]|(?<![\\p{L}])(?:et|ou|and|or|und|oder|y|o|e|en|of))\\s{0,3}';
/** “Par téléphone” names a call; “sur mon téléphone” says where, “mon numéro de téléphone” what, and neither how. */
const CALL = [
  'r?appels?',
  "(?:m['’]|nous |vous )?r?appel(?:er|ée?s?|ez|le|lent)",
  '(?:par|au) (?:voie )?téléphon(?:e|ique)(?! (?:portable|mobile))',
  `voies? ${OTHER_WAYS}téléphoniques?`,
  `(?<=${IN_A_LIST})${PHONE}`,
  '(?:prospection|démarchage|contacts?|sollicitations?) téléphoniques?',
  'téléphoniquement',
  'coups? de (?:fil|téléphone)',
  'calls?',
  'called',
  'calling',
  '(?:by|over the|via) (?:tele)?phone',
  '(?:werbe|telefon)?anrufe?n?s?',
  '(?:angerufen|anzurufen|telefonisch\\p{L}*|telefonate?)',
  '(?:per|por|via|am) (?:telefon|teléfono|telefono|telefoon)',
  'llam(?:adas?|arme|ada)',
  'telef[oó]nic[ao]s?',
  'chiamat[ae]',
  'telefonat[ae]',
  'telefonic(?:o|a|he|i|amente)',
  'oproep(?:en)?',
  '(?:gebeld|bellen|telefoontjes?|telefoongesprek(?:ken)?)',
];
const VOICE = [
  'messages? voca(?:l|ux)',
  'voice ?(?:mails?|messages?)',
  'répondeurs?',
  'messageries? vocales?',
  'sprachnachricht(?:en)?',
  'mensajes? de voz',
  'messagg(?:i|io) vocal[ei]',
  'spraakbericht(?:en)?',
];
const CHAT = [
  'messages? privés?',
  'messageries?(?! (?:électroniques?|vocales?))',
  'messageries? instantanées?',
  'private messages?',
  'réseaux? socia(?:l|ux)|social (?:media|networks?)',
  'whatsapp|messenger',
  '(?:facebook|instagram|linkedin|tiktok|snapchat)',
];
const POST = [
  'courriers?(?! électroniques?)',
  'post',
  'poste',
  'letters?',
  '(?:voie )?postale?',
  'brie(?:f|fe|fpost)',
  'correo postal',
  'bo[îi]tes? aux lettres(?! électroniques?)',
  '(?:catalogues?|magazines?|prospectus) papier|paper catalogues?',
  '(?:letter ?box(?:es)?|briefkasten|buzón|brievenbus)',
  'posta(?! elettronica)',
];

/** What wordings call each channel in the languages that are read: French, English, German, Spanish, Italian, Dutch. */
export const NAMES_OF: Readonly<Record<Channel, RegExp>> = {
  email: anyOf(MAIL, NEWSLETTERS, ELECTRONIC),
  sms: anyOf(TEXT),
  mms: anyOf(PICTURES),
  rcs: anyOf(['rcs']),
  'automated-call': anyOf(AUTOMATES, CALL, VOICE),
  'live-call': anyOf(CALL),
  'voicemail-drop': anyOf(VOICE),
  fax: anyOf(['fax', 'télécopies?', 'telefax', 'télécopieurs?']),
  push: anyOf(['push', 'notifications?']),
  'in-app': anyOf(['applications?', 'applis?', 'apps?', 'in-app']),
  'social-message': anyOf(CHAT),
  post: anyOf(POST),
};

/** “Par voie électronique” and the like: wider than any one means. */
export const ELECTRONIC_MEANS = anyOf(ELECTRONIC);
/** The same, and "ma messagerie", which may be any. */
const WIDE_MEANS = anyOf(ELECTRONIC, ['messageries?(?! (?:instantanées?|vocales?))']);

/** These words name some other channel outright. */
export const namesAnother = (words: string, channel: Channel): boolean => {
  const left = marked(words, WIDE_MEANS);
  return CHANNELS.some((each) => each !== channel && has(left, NAMES_OF[each]));
};

/** Any channel by its name. */
export const anyNameIn = (words: string): boolean => CHANNELS.some((each) => has(words, NAMES_OF[each]));
/** Some other channel than this name is of, and not that one as well: "par e-mail" beside "un SMS". */
export const namesElse = (words: string, name: string): boolean =>
  anyNameIn(words) && !CHANNELS.some((each) => has(name, NAMES_OF[each]) && has(words, NAMES_OF[each]));
