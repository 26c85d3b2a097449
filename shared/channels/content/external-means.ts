import { fold, foldedLine } from './fold.ts';
import { lastSentenceOf } from './means-of-opposition.ts';
import type { FoundField } from './merge-fields.ts';

/** A URL or a mailbox that is named after unsubscribing: `/unsubscribe?u=…`, `mailto:unsubscribe@…`, `?subject=STOP`. */
const NAMED_AFTER_STOPPING =
  /unsub|d[eé]sabonn|d[eé]sinscri|opt[-_]?out|abbestell|\babmeld|darse[-_]?de[-_]?baja|disiscri|\bafmeld|uitschrijv|[?&]subject=(?:stop|remove)\b|^mailto:stop@/i;
export const isNamedAfterStopping = (target: string): boolean => {
  const written = target.replace(/%C3%A9/gi, 'é');
  return NAMED_AFTER_STOPPING.test(written);
};

const STOP =
  '(?:se |me |vous |nous )?(?:desabonn\\w*|desinscri\\w*)(?:[- ]vous)?|unsubscri\\w+|opt[- ]?out|(?:ne (?:souhaite|veux|desire)?\\s?plus|stop) (?:les |nous |en )?(?:recevoir|receiving)' +
  '|abbestellen|abmelden|dar(?:se|me|te) de baja|date de baja|dejar de recibir|disiscriv\\w+|non ricevere piu|afmelden|uitschrijven';
/** All that a link says is that it stops: nothing but words around it, none with a capital, which a name would have. */
const ONLY_STOPS = new RegExp(`^(?:[\\w\\s’'(>»:,.-]{0,40}\\b)?(?:${STOP})(?:\\s*[\\w\\s’'),.:!<«»-]{0,40})?$`);
const NO_WORDS_BUT_HERE =
  /^(?:>|»|\s)*(?:(?:cliquez |clique |click |tap )?(?:ici|here|sur ce lien|ce lien|this link|lien|link|suivez ce lien|hier|hier klicken|klicken sie hier|klik hier|aqui|haga clic aqui|qui|clicchi qui|clicca qui)|(?:c.est )?(?:par )?ici|(?:par|via|en suivant) ce lien|(?:sur )?cette page|this page|(?:gerer|modifier|manage|update) (?:mes|vos|your|my|les)? ?(?:preferences|abonnements|subscriptions?)(?: e-?mail)?)?[\s.!)>]*$/;
const SPEAKS_OF_STOPPING =
  /(?:pour|afin de|to|souhaitez|voulez|want|wish|like)\b.{0,40}(?:desabonn|desinscri|unsubscri|opt[- ]?out|ne plus (?:les |nous |en )?recevoir|stop receiving|no longer receive)|(?:desabonnement|desinscription|unsubscribe)\s*(?::|-|–|,)|^\W*(?:se desabonner|se desinscrire|unsubscribe)\W*$/;
/** The same in German, Spanish, Italian and Dutch. */
const SPEAKS_OF_IT_IN_OTHERS =
  /\b(?:wenn sie|mochten|wollen|um|para|si|per|se|als|wilt|om)\b.{0,60}(?:abbestell|\babmeld|keine .{0,30}mehr (?:erhalten|bekommen)|dar(?:se|te) de baja|dejar de recibir|no recibir mas|disiscriv|non ricevere piu|\bafmeld|uitschrijv|geen .{0,30}meer (?:ontvangen|krijgen))/;

/** By the word of the law: "Je m’oppose à ces envois". To what is not sent, one opposes elsewhere. */
const ONLY_OPPOSES =
  /^\W*(?:je )?(?:(?:m|s). ?|me |vous |nous )?oppos(?:e|er|ez|ition)(?:[- ]vous)?(?: (?:a|aux) (?:(?:ces|vos|nos|tous|tout|futurs|l.|la|les|le) ?){0,2}(?:envois?|messages?|courriels?|e-?mails?|mails?|sollicitations?|prospection|newsletters?|lettres?|publicites?|communications?|appels?|sms))?[\s.!»)<]*$/;
const SPEAKS_OF_OPPOSING =
  /\b(?:vous opposer|exercer votre (?:droit d.)?opposition) (?:a tout moment|gratuitement|sans frais|:|a (?:ces|nos|l.envoi|la reception|l.utilisation)|en cliquant|en suivant)|\b(?:can|may) (?:opt[- ]?out|unsubscribe)\b|\bno longer (?:want|wish) to (?:receive|hear)\b|\bpouvez .{0,20}(?:vous )?(?:desabonner|desinscrire)\b/;

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

/** The words of a link say that it stops, and no more. */
export const onlyStops = (words: string): boolean => {
  const said = withoutMarks(words);
  const folded = fold(said);
  return (
    said.length <= LONGEST &&
    (ONLY_STOPS.test(folded) || ONLY_OPPOSES.test(folded)) &&
    !IS_TO_READ.test(folded) &&
    !/(?<![.!?]\s)\p{Lu}\p{Ll}/u.test(tailOf(said))
  );
};

/** Arrows and what else points, and signs of stopping or of a mail: another picture (a cart, a star) says what it leads to. */
const POINTS =
  /^[\s\p{P}>|\p{Default_Ignorable_Code_Point}\u2190-\u21ff\u25b6\u25b8\u25ba\u261a-\u261f\u2709\u2716\u2794\u2798-\u27be\u274c\u27f0-\u27ff\u2900-\u297f\u2b05-\u2b07\u2b95\u26d4👆-👉📧📩🔕🔗🚫🛑\p{Emoji_Modifier}]*$/u;

/** The words of a link say nothing by themselves: `ici`, an arrow, or none. */
export const saysNothing = (words: string): boolean => {
  const said = withoutMarks(words);
  return said === '' ? POINTS.test(words) : said.length <= LONGEST && NO_WORDS_BUT_HERE.test(fold(said));
};

/** The sentence that a link is in says how to stop. */
export const speaksOfStopping = (sentence: string): boolean =>
  [SPEAKS_OF_STOPPING, SPEAKS_OF_OPPOSING, SPEAKS_OF_IT_IN_OTHERS].some((speaks) => speaks.test(foldedLine(sentence)));

/** A line that leads on to these words: they say nothing, or it is no whole sentence. */
const goesOnInto = (words: string, before: string): boolean => !/\p{L}/u.test(words) || !/[.!?]\s*$/.test(before);

/** The words just before a link, without what leads on to it. */
const wordsJustBefore = (words: string): string =>
  /[^.!?|]*$/.exec(words.replace(/(?<![\s:(<])[\s:(<]+$/, ''))?.[0].trim() ?? '';

/** A mailbox is read from its first character alone: a long word is read once. */
const TARGET = /https?:\/\/[^\s<>"')\]]+|mailto:[^\s<>"')]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/**
 * Links and mailboxes of a text part by which another system would be asked to stop: their place is our link's. A mailbox
 * counts where it is named after stopping alone: others may be there to be written to.
 */
export const externalMeansInText = (text: string): readonly FoundField[] => {
  const found: FoundField[] = [];
  let before = '';
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    let from = 0;
    for (const target of line[0].matchAll(TARGET)) {
      const words = line[0].slice(from, target.index);
      const sentence = `${from === 0 && goesOnInto(words, before) ? before : ''} ${words}`;
      const url = target[0].replace(/(?<![.,;:!])[.,;:!]+$/, '');
      const isLink = /^https?:/i.test(url);
      const isExternal = isLink
        ? isNamedAfterStopping(url) ||
          speaksOfStopping(lastSentenceOf(sentence).trim()) ||
          onlyStops(wordsJustBefore(sentence))
        : isNamedAfterStopping(url) ||
          /^(?:mailto:)?(?:unsub|d[eé]s(?:abo|ins)|abmeld|abbestell|bajas?(?=@)|disiscri|afmeld|uitschrijv|stop)[\w.+-]*@/i.test(
            url,
          );
      const start = line.index + target.index;
      if (isExternal) found.push({ start, end: start + url.length, field: { kind: 'opposition-link' } });
      from = target.index + target[0].length;
    }
    before = from === 0 ? line[0] : '';
  }
  return found;
};

/** Fields and external means of one source, in order; what overlaps a field is a part of it. */
export const withExternalMeans = (
  fields: readonly FoundField[],
  means: readonly FoundField[],
): readonly FoundField[] => {
  const apart = means.filter(({ start, end }) => !fields.some((field) => field.start < end && start < field.end));
  return [...fields, ...apart].toSorted((a, b) => a.start - b.start);
};
