import type { TransactionalReason } from '../transactional-reason.ts';
import type { Language } from './language.ts';
import { NAME_MARK } from './reading.ts';
import { beginsAs } from './stems/begins-as.ts';

/** What a sentence shows; `other-topic`: it is not about what the reader did, agreed or asked for. */
export type SentenceSign = 'price' | 'discount' | 'call-to-buy' | 'other-topic';

/** Reasons whose messages list goods and services with their prices, without a word beside each. */
const LISTS_PRICES: readonly (TransactionalReason | undefined)[] = [
  'order',
  'delivery',
  'invoice',
  'appointment',
  'contract',
  'request',
];

/** The last digit before a currency, or the first after one: a row of digits is read once. */
export const PRICE = /\d[ ., ]*\s?(?:€|eur\b|euros?\b|£)|(?:€|\beur|£|\$)\s?\d/;
const WORD = /[a-z]+(?:-[a-z]+)*/g;

/** A list item of the transaction: a name, a quantity, a price, and no sentence. */
const FEW_SMALL_WORDS = 1;
const LONGEST_ITEM = 9;

/** Signs weaker than this alone do not count; each hint, and each way in which a sentence is strange, counts one. */
const ENOUGH = 2;

const NAMES = new RegExp(`(?<![a-z-])[a-z-]+${NAME_MARK}`, 'g');
const wordsIn = (sentence: string): readonly string[] => sentence.match(WORD) ?? [];

/** The sentence after a form of address: "bonjour §, votre colis …". */
const withoutGreeting = (sentence: string): string =>
  sentence.replace(
    /^(?:bonjour|bonsoir|coucou|cher|chere|madame, monsieur|madame|monsieur|hello|hi|dear|hey)[^,.!?]{0,30},\s+(?=\S)/,
    '',
  );

/** Without what a transactional message may say although it looks like an offer. */
export const withoutExcused = (sentence: string, { excused }: Language): string =>
  excused.reduce((left, phrase) => left.replace(phrase, ' '), sentence);

/** How far before a verb its subject is looked for: a long text is read in linear time. */
const LOOK_BACK = 120;

/** French verbs in -ez without `vous` before them: what the reader is asked to do. */
const askedInFrench = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\b([a-z]{2,}ez)\b(?!-vous)/g)].flatMap(({ 1: verb = '', index }) => {
    const context = sentence.slice(Math.max(0, index - LOOK_BACK), index);
    const before = context.split(/[,;:.!?()–—]/).at(-1) ?? '';
    const isName = /\b(?:monsieur|madame|mme|m|mr|dr|maitre) (?:[a-z-]+ )?$/.test(context);
    const isStatement = isName || /\bvous\b|\bsi$/.test(before.trim()) || /^(?:assez|chez|nez|rez)$/.test(verb);
    return isStatement ? [] : [verb];
  });

/** Where one follows soon, the first word is the subject and no request. */
const FINITE =
  /^(?:is|are|was|were|will|has|have|had|can|may|must|does|did|costs?|takes?|starts?|ends?|begins?|needs?)$/;

/** A line that says what the mail is, and runs on into the next: "Advertisement © Alba If you no longer want these". */
const KIND_OF_MAIL = /^(?:advertisement|courriel|publicite)\b[^a-z]*/;
/** Where the sender is, between its name, which is left out before, and what a foot says: ", Niort, France To unsubscribe, write to". */
const ADDRESS_BEFORE_FOOT =
  /^ ?(?:, ?[a-z'~-]+(?: [a-z'~-]+){0,2}){1,3}(?= (?:(?:advertisement|courriel|publicite|unsubscribe~)\b|to~ (?:unsubscribe|opt out|stop)\b|if~ you (?:no longer|do not|don't|wish to|want to|would like to)\b|you~(?:'re| are)? (?:receiv|get)|how~ we use|please~ do not reply|(?:would|do)~ you\b))/;
/** The same by words that may also begin a sentence: a sign ends them. */
const LABEL =
  /^(?:newsletter|lettre d.information|(?:marketing|commercial|promotional) (?:e-?mail|message|communication))\s*[©|·•–—]\s*/;

/** The same with whose mail it is, before the way to stop: "Publicité de Maison Valmy Si vous ne souhaitez plus…". */
const KIND_AND_SENDER =
  /^(?:advertisement|publicite|(?:courriel|e-?mail|message)(?: publicitaire)?|newsletter|lettre d.information|(?:marketing|commercial|promotional) (?:e-?mail|message|communication))\b([^.!?:]{0,80}?)(?<![a-z])(?=if~? you (?:no longer|do not|don't|wish to (?:stop|unsubscribe|opt)|want to (?:stop|unsubscribe|opt))|to~? (?:unsubscribe|opt out|stop)\b|si~? vous n|pour~? (?:ne plus|vous (?:desabonner|desinscrire|opposer)))/;
const IN_NAMES = /^(?:the|and|from|les|des|aux|chez)$/;

/** Without what a line says that the mail is, and of whom: whatever it offers there is left. */
const withoutSender = (marked: string, { small, discount, promotes }: Language): string => {
  const [label, sender = ''] = KIND_AND_SENDER.exec(marked) ?? [];
  if (label === undefined) return marked;
  const isSaying = wordsIn(sender).some((word) => word.length > 2 && small.has(word) && !IN_NAMES.test(word));
  const isOffer = isSaying || [PRICE, discount, promotes].some((sign) => sign.test(sender));
  return isOffer ? marked : marked.slice(label.length);
};

/** A French title at the beginning of an English sentence: "Le mot du jardinier If you no longer want…". */
const FRENCH_ARTICLE = /^(?:le|la|les|l'|un|une|des|du|nos|notre|vos|votre)$/;

/** English sentences that begin with a word which is no subject: what the reader is asked to do. */
const askedInEnglish = (sentence: string, { small, things }: Language): readonly string[] => {
  const [first, ...others] =
    sentence
      .trimStart()
      .replace(KIND_OF_MAIL, '')
      .replace(/^please,? /, '')
      .match(/[a-z'-]+|§|\d\S*/g) ?? [];
  const isLabel = /^[^.!?]{1,40}:/.test(sentence) || others.length < 3 || !/[.!?…]$/.test(sentence);
  const isStatement = others.slice(0, 6).some((word) => FINITE.test(word));
  if (first === undefined || !/^[a-z]/.test(first) || FRENCH_ARTICLE.test(first) || isLabel || isStatement) return [];
  return small.has(first) || beginsAs(first, things) || /(?:s|ed|ing|ly)$/.test(first) ? [] : [first];
};

/** What a footer of another system says of the way to stop, whatever the message is: it offers nothing. */
const STOPS = /^(?:unsubscribe|desabonnez|desinscrivez)/;

/** It asks the reader for something that no transaction takes. */
export const asksOther = (sentence: string, language: Language): boolean => {
  const asked = language.name === 'fr' ? askedInFrench(sentence) : askedInEnglish(sentence, language);
  return asked.some((verb) => !STOPS.test(verb) && !beginsAs(verb, language.asks));
};

/** What the sender calls its own and is neither its staff nor its offices. */
const praisesOwn = (sentence: string, { name, ours }: Language): number => {
  const owned = name === 'fr' ? /\b(?:nos|notre) ([a-z-]+)/g : /\bour ([a-z-]+)/g;
  return [...sentence.matchAll(owned)].filter(([, noun = '']) => !beginsAs(noun, ours)).length;
};

/** What the sender says that it does: a transaction takes few acts, and all are known. */
const ownActs = (sentence: string, { name, things, asks, small }: Language): number => {
  const acts =
    name === 'fr'
      ? /\b(?:nous|on)(?: (?:ne|vous|le|la|les|lui|leur|y|en|nous|l'|n')){0,6} ?([a-z]{2,}(?:ons|ions))\b/g
      : /\bwe(?:'ll| will| can| could| would| also| may| might| do| did)*(?: not| never| now| also| then)* ([a-z]{3,})\b/g;
  const strange = [...sentence.matchAll(acts)].filter(
    ([, verb = '']) => !small.has(verb) && !beginsAs(verb, things) && !beginsAs(verb, asks) && !KNOWN_ACTS.test(verb),
  );
  return strange.length;
};
const KNOWN_ACTS =
  /^(?:pouvons|devons|voulons|faisons|ferons|disons|dirons|tenons|tiendrons|voyons|verrons|savons|regrettons|sommes|serons|avons|aurons|esperons|pensons|prenons|prendrons|mettons|mettrons|venons|allons|remercions|prions|attendons|detenons|souhaitons|believe|hope|found|noticed|understand|regret|sent|left|got|took|gave|told|wrote|know|think|want|used|work|aim|made|held|went|came|looked|tried|owe|cannot|expect|charged?|apologi[sz]e|missed|declined|stopped)$/;

/** Words of a sentence that no transaction takes. Names are no such words. */
const strangeWords = (sentence: string, { small, things, asks }: Language): number =>
  wordsIn(sentence.replace(NAMES, ' ')).filter(
    (word) => word.length > 2 && !small.has(word) && !beginsAs(word, things) && !beginsAs(word, asks),
  ).length;

/**
 * How much a sentence speaks of something else: by strange words, the more so where nothing ties it to the reader or to
 * what was said before. A request of the reader may be about anything, so that less is held against its answer.
 */
const strangeness = (marked: string, language: Language, reason: TransactionalReason | undefined): number => {
  const sentence = marked.replaceAll(NAME_MARK, '');
  const words = strangeWords(marked, language);
  const isLoose = words > 0 && !language.anchor.test(sentence);
  const found = Math.min(words >= 3 ? ENOUGH : words - 1, ENOUGH) + Number(isLoose);
  return Math.max(0, reason === 'request' ? found - 1 : found) + ownActs(sentence, language);
};

/** A line of a list: what was ordered, its price, an address. */
export const isItem = (sentence: string, { small }: Language): boolean => {
  const words = wordsIn(sentence);
  return (
    words.length <= LONGEST_ITEM && words.filter((word) => small.has(word) && word.length > 2).length <= FEW_SMALL_WORDS
  );
};

/** Weak signs, taken together. */
const isOfOtherTopic = (
  sentence: string,
  marked: string,
  language: Language,
  reason: TransactionalReason | undefined,
): boolean => {
  if (isItem(sentence, language) && !/[!?]/.test(sentence)) return false;
  if (sentence.endsWith('?') && !language.questions.test(sentence)) return true;
  const hints = language.hints.filter((hint) => hint.test(sentence)).length;
  return hints + praisesOwn(sentence, language) + strangeness(marked, language, reason) >= ENOUGH;
};

/** The price of something that the reader did not buy and has not to pay. */
const isOffered = (sentence: string, language: Language, reason: TransactionalReason | undefined): boolean => {
  if (!PRICE.test(sentence)) return false;
  if (reason === undefined) return true;
  if (language.amounts.test(sentence)) return false;
  const isListed = LISTS_PRICES.includes(reason) && isItem(sentence, language);
  return !isListed || /^(?:l[ea]s?|nos|notre|the|our|et|and) /.test(sentence);
};

/** The signs of one sentence in plain words of this language. */
export const signsOfSentence = (
  given: string,
  language: Language,
  reason: TransactionalReason | undefined,
): readonly SentenceSign[] => {
  const marked = withoutSender(withoutGreeting(given), language).replace(LABEL, '');
  const said = (words: string): string => withoutExcused(words.replaceAll(NAME_MARK, ''), language);
  const sentence = said(marked);
  const found: SentenceSign[] = [];
  if (isOffered(sentence, language, reason)) found.push('price');
  if (language.discount.test(sentence)) found.push('discount');
  const asked = said(marked.replace(ADDRESS_BEFORE_FOOT, ''));
  if (language.promotes.test(sentence) || asksOther(asked, language)) found.push('call-to-buy');
  if (found.length > 0 || language.courtesy.test(sentence)) return found;
  return isOfOtherTopic(sentence, withoutExcused(marked, language), language, reason) ? ['other-topic'] : [];
};
