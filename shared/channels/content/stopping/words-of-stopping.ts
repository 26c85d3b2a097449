import { fold, foldedLine } from '../fold.ts';

/** A URL or a mailbox that is named after unsubscribing: `/unsubscribe?u=…`, `mailto:unsubscribe@…`, `?subject=STOP`. */
const NAMED_AFTER_STOPPING =
  /unsub|d[eé]sabonn|d[eé]sinscri|opt[-_]?out|abbestell|\babmeld|darse[-_]?de[-_]?baja|disiscri|\bafmeld|uitschrijv|[?&]subject=(?:stop|remove)\b|^mailto:stop@/i;
export const isNamedAfterStopping = (target: string): boolean => {
  const written = target.replace(/%C3%A9/gi, 'é');
  return NAMED_AFTER_STOPPING.test(written);
};

const anyOf = (...alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

/** What is sent. */
const SENDINGS =
  '(?:e-?mails?|mails?|courriels?|messages?|sms|offres?|newsletters?|lettres?|publicites?|envois?|sollicitations?|communications?|actualites|appels?)';
const SENDINGS_IN_ENGLISH = '(?:e-?mails?|messages?|texts?|offers?|newsletters?|letters?|news|updates?|mailings?)';

/** Not to receive any more, as it is done or wished for, whoever does. */
const NOT_TO_RECEIVE = anyOf(
  'ne plus (?:les |nous |en |rien |etre )?(?:recevoir|contacte|sollicite)',
  '(?:arreter|cesser) de (?:les |nous |en )?recevoir',
  'stop receiving|no longer receive',
  'retirer (?:votre \\w+ )?(?:de|du) (?:cette |la |notre |nos |ces |vos )?(?:listes?|fichiers?|newsletter|bases?)',
  'etre (?:retire|supprime|efface|enleve)e?s? (?:de|du) (?:cette |la |notre |nos |ces |vos )?(?:listes?|fichiers?|newsletter|bases?)',
  '(?:be removed|remove yourself|be taken off) (?:from )?(?:this|our|the|these) ',
);
/** That one does not wish for it any more. */
const WISHES_NO_MORE = anyOf(
  `(?:souhait|veu|voul|desir)\\w* plus (?:(?:les|nous|en|rien|etre) )?(?:recevoir|contacte|sollicite|(?:de |d.)?(?:nos|ces|notre|cette|vos) (?:\\w+ )?${SENDINGS})`,
  'plus envie de (?:les |nous |en )?recevoir|rather not (?:receive|get)',
  `no longer (?:want|wish|like)(?: to (?:receive|get)\\b| (?:these|our|any|this|such) (?:\\w+ )?${SENDINGS_IN_ENGLISH})`,
  `(?:don.?t|do not) (?:want|wish)(?: to (?:receive|get)\\b| (?:these|our|this|any more) (?:\\w+ )?${SENDINGS_IN_ENGLISH})`,
);
/** The same in German, Spanish, Italian and Dutch. */
const WISHES_NO_MORE_IN_OTHERS = anyOf(
  'keine .{0,40}mehr (?:erhalten|bekommen|empfangen|mochten|wunschen|wollen)',
  'nicht (?:mehr|langer|weiter) (?:erhalten|bekommen|empfangen)',
  'no (?:desea|quiere)[ns]?\\b.{0,20}\\brecib',
  'non (?:vuo|vogl|vole|desider)\\w+ piu .{0,10}\\bricever',
  'geen .{0,30}\\bmeer (?:ontvangen|krijgen|wilt?)\\b',
  'niet (?:meer|langer) (?:ontvangen|krijgen)',
  '(?:af te melden|uit te schrijven)',
);

const STOP = anyOf(
  '(?:se |me |vous |nous )?(?:desabonn\\w*|desinscri\\w*)(?:[- ]vous)?|unsubscri\\w+|opt[- ]?out',
  '(?:ne (?:souhaite|veux|desire)?\\s?plus|stop) (?:les |nous |en )?(?:recevoir|receiving)',
  NOT_TO_RECEIVE,
  WISHES_NO_MORE,
  WISHES_NO_MORE_IN_OTHERS,
  `(?:arreter|stopper) (?:les|ces|vos|nos) ${SENDINGS}|stop (?:aux|a (?:ces|vos)) ${SENDINGS}`,
  'abbestellen|abmelden|dar(?:se|me|te) de baja|date de baja|dejar de recibir|disiscriv\\w+|non ricevere piu|afmelden|uitschrijven',
);
/** All that a link says is that it stops: nothing but words around it, none with a capital, which a name would have. */
const ONLY_STOPS = new RegExp(`^(?:[\\w\\s’'(>»:,.-]{0,40}\\b)?${STOP}(?:\\s*[\\w\\s’'),.:!<«»-]{0,40})?$`);
const NO_WORDS_BUT_HERE =
  /^(?:>|»|\s)*(?:(?:cliquez |clique |click |tap )?(?:ici|here|sur ce lien|ce lien|this link|lien|link|suivez ce lien|hier|hier klicken|klicken sie hier|klik hier|aqui|haga clic aqui|qui|clicchi qui|clicca qui)|(?:c.est )?(?:par )?ici|(?:par|via|en suivant) ce lien|(?:sur )?cette page|this page|(?:gerer|modifier|manage|update) (?:mes|vos|your|my|les)? ?(?:preferences|abonnements|subscriptions?)(?: e-?mail)?)?[\s.!)>]*$/;
const SPEAKS_OF_STOPPING = new RegExp(
  anyOf(
    `(?:pour|afin de|to|souhaitez|voulez|want|wish|like)\\b.{0,40}(?:desabonn|desinscri|unsubscri|opt[- ]?out|${NOT_TO_RECEIVE})`,
    `\\b${WISHES_NO_MORE}`,
    '(?:desabonnement|desinscription|unsubscribe)\\s*(?::|-|–|,)',
  ),
);
/** The same in German, Spanish, Italian and Dutch. */
const SPEAKS_OF_IT_IN_OTHERS = new RegExp(
  anyOf(
    '\\b(?:wenn sie|mochten|wollen|um|para|si|per|se|als|wilt|om)\\b.{0,60}(?:abbestell|\\babmeld|dar(?:se|te) de baja|dejar de recibir|no recibir mas|disiscriv|non ricevere piu|\\bafmeld|uitschrijv)',
    `\\b${WISHES_NO_MORE_IN_OTHERS}`,
  ),
);

/** It is the name of stopping, and no more: a heading, or what a mark beside it leads to. */
const NAMES_STOPPING =
  /(?:^|[.!?|·•:–—-]\s)\W*(?:(?:lien|link) (?:de|to) )?(?:(?:je )?(?:se|me|vous) |je (?:veux|souhaite) me )?(?:desabonn(?:er|ement|ez[- ]vous)|desinscri(?:re|ption|vez[- ]vous)|unsubscribe|opt[- ]?out|abmeld(?:en|ung)|(?:newsletter )?abbestell(?:en|ung)|darse de baja|disiscri(?:viti|zione|versi)|afmelden|uitschrijven)\W*$/;

/** By the word of the law: "Je m’oppose à ces envois". To what is not sent, one opposes elsewhere. */
const ONLY_OPPOSES =
  /^\W*(?:je )?(?:(?:m|s). ?|me |vous |nous )?oppos(?:e|er|ez|ition)(?:[- ]vous)?(?: (?:a|aux) (?:(?:ces|vos|nos|tous|tout|futurs|l.|la|les|le) ?){0,2}(?:envois?|messages?|courriels?|e-?mails?|mails?|sollicitations?|prospection|newsletters?|lettres?|publicites?|communications?|appels?|sms))?[\s.!»)<]*$/;
const SPEAKS_OF_OPPOSING =
  /\b(?:vous opposer|exercer votre (?:droit d.)?opposition) (?:a tout moment|gratuitement|sans frais|:|a (?:ces|nos|l.envoi|la reception|l.utilisation)|en cliquant|en suivant)|\b(?:can|may) (?:opt[- ]?out|unsubscribe)\b|\b(?:no longer (?:want|wish|like)|don.?t want|rather not) (?:to )?hear from\b|\bpouvez .{0,20}(?:vous )?(?:desabonner|desinscrire)\b/;

/** A text on how one stops elsewhere is something to read. */
const IS_TO_READ = /\b(?:comment|pourquoi|lire|guide|article|conseils?|astuces?|decouvr\w+|how|why|read|tips)\b/;

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
    (ONLY_STOPS.test(folded) || ONLY_OPPOSES.test(folded)) &&
    !IS_TO_READ.test(folded) &&
    !/(?<![.!?]\s)\p{Lu}\p{Ll}/u.test(tailOf(said))
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
export const namesStopping = (words: string): boolean => NAMES_STOPPING.test(foldedLine(words));
