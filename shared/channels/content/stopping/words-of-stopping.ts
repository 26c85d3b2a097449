import { fold, foldedLine } from '../fold.ts';
import { namesSomebody } from './names-somebody.ts';
import { ENDS, NOT_TO_RECEIVE, RECEVOIR, WISHES_NO_MORE, WISHES_NO_MORE_IN_OTHERS } from './not-to-receive.ts';
import { anyOf, LISTS, OUR_LISTS_IN_ENGLISH, SENDINGS, SENDINGS_IN_DUTCH, SENDINGS_IN_GERMAN } from './what-is-sent.ts';

/** A URL or a mailbox that is named after unsubscribing: `/unsubscribe?u=…`, `?subject=STOP`. */
const NAMED_AFTER_STOPPING =
  /unsub|d[eé]sabonn|d[eé]sinscri|opt[-_]?out|abbestell|\babmeld|darse[-_]?de[-_]?baja|disiscri|\bafmeld|uitschrijv|[?&]subject=(?:stop|remove)\b|^mailto:stop@/i;
export const isNamedAfterStopping = (target: string): boolean =>
  NAMED_AFTER_STOPPING.test(target.replace(/%C3%A9/gi, 'é'));

/** To end a subscription, in languages that have no word of their own for this one. */
const ENDS_A_SUBSCRIPTION = anyOf(
  '(?:cancelar|anular) (?:la |mi |su |tu )?suscripcion',
  '(?:annull|cancell)(?:a|are|arsi|ati|arti) (?:(?:la |l.|la tua )?iscrizione|dalla (?:lista|newsletter|mailing ?list))',
);

/** What is sent to who reads it, and nothing that an article is about as well, as calls and canvassing are. */
const SENT_TO_READERS = '(?:pubs?|publicites?|newsletters?|e-?mails?|mails?|mailings?|courriels?|sms|offres?|werbung)';

const STOP = anyOf(
  '(?:se |me |vous |nous )?(?:desabonn\\w*|desinscri\\w*)(?:[- ]vous)?|unsubscri\\w+|opt[- ]?out',
  `ne (?:souhaite|veux|desire)?\\s?plus (?:nous )?${RECEVOIR}`,
  NOT_TO_RECEIVE,
  WISHES_NO_MORE,
  WISHES_NO_MORE_IN_OTHERS,
  `(?:arreter|stopper) (?:les|ces|vos|nos) ${SENDINGS}|stop (?:aux ${SENT_TO_READERS}|a (?:ces|vos) ${SENDINGS})\\b(?! (?!publicit|commercia|promotion|de |par )\\w)`,
  ENDS_A_SUBSCRIPTION,
  'abbestellen|abzubestellen|abmelden|abzumelden|dar(?:se|me|te) de baja|date de baja|dejar de recibir|disiscriv\\w+|non ricevere piu|afmelden|uitschrijven',
  `meld(?:en|e)? (?:sie )?(?:sich|mich|dich) (?:hier |bitte )?(?:(?:vom|von (?:der|dem|dies\\w+|unser\\w+)) ${SENDINGS_IN_GERMAN} )?ab\\b${ENDS}`,
  `(?:schrijf (?:me|mij|je|u) (?:hier )?uit|meld (?:me|mij|je|u) (?:hier )?af)\\b(?:${ENDS}|(?= (?:voor|van|uit) (?:de|deze|onze|het) (?:${SENDINGS_IN_DUTCH}|\\w*lijst)\\b))`,
);
/** All that a link says is that it stops: nothing but words around it, none with a capital, which a name would have. */
const ONLY_STOPS = new RegExp(`^(?:[\\w\\s’'(>»:,.-]{0,40}\\b)?${STOP}(?:\\s*[\\w\\s’'),.:!<«»-]{0,40})?$`);
const CLICK =
  '(?:(?:merci de |veuillez |en |svp |please |just |simply |by )?(?:cliquez|cliquer|cliquant|clique|click(?:ing)?|tap|suivez|suivre|suivant)[ -])';
const NO_WORDS_BUT_HERE = new RegExp(
  `^(?:>|»|\\s)*${anyOf(
    `${CLICK}?(?:ici|(?:on |sur )?(?:ce|le|this|the) (?:lien|link)|lien|link|here)`,
    '(?:klicken (?:sie )?(?:(?:bitte|einfach) )?)?(?:bitte )?hier(?: klicken)?|klik (?:dan |even )?hier',
    '(?:(?:haga|haz) clic |(?:pulse|pulsa|pinche|pincha) (?:en )?)?aqui|(?:clicchi |clicca |cliccando )?qui',
    '(?:c.est )?(?:par )?ici|(?:par|via|en suivant) ce lien|(?:sur )?cette page|this page',
    '(?:gerer|modifier|manage|update) (?:mes|vos|your|my|les)? ?(?:preferences|choix|abonnements|subscriptions?)(?: e-?mail)?',
  )}[\\s.!)>]*$`,
);
const SPEAKS_OF_STOPPING = new RegExp(
  anyOf(
    `(?:pour|afin de|to|souhaitez|voulez|want|wish|like|prefer\\w*)\\b.{0,40}(?:desabonn|desinscri|unsubscri|opt[- ]?out|${NOT_TO_RECEIVE})`,
    `\\b${WISHES_NO_MORE}`,
    '(?:desabonnement|desinscription|unsubscribe)\\s*(?::|-|–|,)',
    `(?:arreter|stopper) (?:ces|vos|nos) ${SENDINGS}\\s*:`,
  ),
);
/** The same in German, Spanish, Italian and Dutch. */
const SPEAKS_OF_IT_IN_OTHERS = new RegExp(
  anyOf(
    `\\b(?:wenn sie|mochten|wollen|um|para|si|per|se|als|wilt|om)\\b.{0,60}(?:abbestell|abzubestell|\\babmeld|abzumeld|dar(?:se|te) de baja|dejar de recibir|no recibir mas|disiscriv|non ricevere piu|\\bafmeld|uitschrijv|${ENDS_A_SUBSCRIPTION})`,
    `\\b${WISHES_NO_MORE_IN_OTHERS}`,
  ),
);

/** It is the name of stopping, and no more: a heading, or what a mark beside it leads to. */
const NAMES_STOPPING =
  /(?:^|[.!?|·•:–—-]\s)\W*(?:(?:lien|link) (?:de|to) )?(?:(?:je )?(?:se|me|vous) |je (?:veux|souhaite) me )?(?:desabonn(?:er|ement|ez[- ]vous)|desinscri(?:re|ption|vez[- ]vous)|unsubscribe|opt[- ]?out|abmeld(?:en|ung)|(?:newsletter )?abbestell(?:en|ung)|darse de baja|disiscri(?:viti|zione|versi)|afmelden|uitschrijven)\W*$/;

const REMOVES = [
  '(?:je (?:veux|souhaite) )?me (?:retirer|supprimer|desinscrire|desabonner)|(?:retirez|supprimez|desinscrivez|desabonnez)[- ]moi',
  '(?:remove|unsubscribe) me|take me(?= off)|borrarme|cancellami|verwijder mij',
  `stop(?: (?:aux |a |a la |les )?${SENT_TO_READERS})?`,
  'keine (?:nachrichten|angebote|newsletter|e-?mails|mails|mailings) mehr',
].join('|');
const FROM_A_LIST = `(?: (?:(?:de|du|from|off) (?:${LISTS}|${OUR_LISTS_IN_ENGLISH}|(?:la |cette |this |your )?(?:listes?|list|envois|fichiers?))|(?:de (?:la |esta |su )|dalla |da questa |uit (?:de |deze |uw )|van (?:de |deze |uw ))(?:lista|lijst|mailing[- ]?lij?sta?|newsletter)))?`;
/** In few words, and no other: "Me retirer", "Stop pub". What is collected in a shop is named, and so is what else is to stop. */
const ONLY_REMOVES = new RegExp(
  `^\\W*(?:(?:${REMOVES})${FROM_A_LIST}|keine (?:\\w+ )?${SENDINGS_IN_GERMAN} mehr)\\W*$`,
);
/** The same before a colon, or as all that is said: what a link beside it leads to. */
const NAMES_REMOVING = new RegExp(`(?:^|[.!?|·•–—]\\s)\\W*(?:${REMOVES})${FROM_A_LIST}\\s*:\\W*$`);
/** By the word of the law: "Je m’oppose à ces envois". To what is not sent, one opposes elsewhere. */
const ONLY_OPPOSES =
  /^\W*(?:je )?(?:(?:m|s). ?|me |vous |nous )?oppos(?:e|er|ez|ition)(?:[- ]vous)?(?: (?:a|aux) (?:(?:ces|vos|nos|tous|tout|futurs|l.|la|les|le) ?){0,2}(?:envois?|messages?|courriels?|e-?mails?|mails?|sollicitations?|prospection|newsletters?|lettres?|publicites?|communications?|appels?|sms))?[\s.!»)<]*$/;
const SPEAKS_OF_OPPOSING =
  /\b(?:vous opposer|exercer votre (?:droit d.)?opposition) (?:a tout moment|gratuitement|sans frais|:|a (?:ces|nos|l.envoi|la reception|l.utilisation)|en cliquant|en suivant|, ?(?:merci|veuillez|cliqu|suiv|c.est))|\bvotre droit d.opposition ?, ?(?:merci|veuillez|cliqu|suiv|c.est)|\bdroit d.opposition\b.{0,30} exercer (?:en cliquant|en suivant|ici)|\b(?:can|may) (?:opt[- ]?out|unsubscribe)\b|\b(?:no longer (?:want|wish|like)|don.?t want|rather not) (?:to )?hear from\b|\bpouvez .{0,20}(?:vous )?(?:desabonner|desinscrire)\b/;

/** A text on how one stops elsewhere is something to read. */
const IS_TO_READ = /\b(?:comment|pourquoi|lire|guide|article|astuces?|decouvr\w+|how|why|read|tips)\b/;

const tailOf = (words: string): string => words.replace(/^[^\p{L}]*\p{L}+/u, '');

/** Characters of a link that only stops, or says nothing: longer words say more, and would be slow to read. */
const LONGEST = 90;

/** Words on one line, without the arrows and other marks around them. A question mark stays: what asks does not stop. */
const withoutMarks = (words: string): string =>
  words
    .replaceAll(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}?]+/u, '')
    .replace(/(?<=[\p{L}\p{N}?]|^)[^\p{L}\p{N}?]+$/u, '');

/** Who asks the reader whether it is wished: "Vous ne souhaitez plus recevoir nos offres ?". */
const ASKS_WHO_READS = /^((?:vous|plus|no|don|sie|mochten|wilt|ya|non)\b[^?]*)\?$/;

/** The words of a link say that it stops, and no more. */
export const onlyStops = (words: string): boolean => {
  const said = withoutMarks(words);
  const folded = fold(said).replace(ASKS_WHO_READS, '$1');
  return (
    said.length <= LONGEST &&
    [ONLY_STOPS, ONLY_OPPOSES, ONLY_REMOVES].some((only) => only.test(folded)) &&
    !IS_TO_READ.test(folded) &&
    !namesSomebody(tailOf(said))
  );
};

/** No word: a mark, a picture, or nothing. */
export const hasNoWord = (words: string): boolean => !/[\p{L}\p{N}]/u.test(words);

/**
 * Marks, and pictures of pointing, of stopping and of a mail. Another picture (a cart, a star, a telephone) says what it leads
 * to.
 */
const MARKS = new RegExp(
  `^(?:(?![\\p{Extended_Pictographic}☆])[\\s\\p{P}\\p{S}\\p{Default_Ignorable_Code_Point}]|[${[
    '\u2190-\u21ff\u25b2-\u25c5\u261a-\u261f\u2794\u2798-\u27be\u2934\u2935\u2b05-\u2b07\u2b95\u23e9-\u23ef🖘-🖟🖱🔗🔘👆-👉🔼🔽',
    '\u2610-\u2612\u2705\u2713-\u2718\u274c\u274e\u26d4\u2640\u2642🗑🚫🛑👎🖐🙅🙏🔕\u270b',
    '\u2709📧-📪📫-📮💌🖂',
  ].join('')}])*$`,
  'u',
);

/** The words of a link say nothing by themselves: `ici`, an arrow, or none. */
export const saysNothing = (words: string): boolean => {
  const said = withoutMarks(words);
  return said === '' ? MARKS.test(words) : said.length <= LONGEST && NO_WORDS_BUT_HERE.test(fold(said));
};

/** The sentence that a link is in says how to stop. */
export const speaksOfStopping = (sentence: string): boolean =>
  [SPEAKS_OF_STOPPING, SPEAKS_OF_OPPOSING, SPEAKS_OF_IT_IN_OTHERS].some((speaks) => speaks.test(foldedLine(sentence)));

/** Words that are the name of stopping, and say no more: "Se désabonner", "Désinscription :". */
export const namesStopping = (words: string): boolean => {
  const folded = foldedLine(words);
  return NAMES_STOPPING.test(folded) || NAMES_REMOVING.test(folded);
};
