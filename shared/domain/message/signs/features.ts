import type { TransactionalReason } from '../transactional-reason.ts';
import { conceptsOf } from './concepts.ts';
import type { Language } from './language.ts';
import { NAME_MARK } from './reading.ts';
import { PRICE, signsOfSentence } from './sentences.ts';

const TOKEN = /[a-z]+(?:['-][a-z]+)*~?|§|\d[\d.,]*|[?!%€£:]/g;
/** In place of a number, a date, an amount. */
const NUMBER = '0';
const READER = /\b(?:vous|votre|vos|you|your|yours|ton|ta|tes|tu)\b/;

/** Words longer than that are known by their beginning as well, and stand so in pairs. */
const BEGINNING = 4;
const beginningOf = (word: string): string => (word.length > BEGINNING + 2 ? `${word.slice(0, BEGINNING + 1)}*` : word);

/** French elides small words, which are words of their own; English contracts words into one. */
const tokensOf = (marked: string, { name }: Language): readonly string[] =>
  (name === 'fr' ? marked.replaceAll("'", ' ') : marked).match(TOKEN) ?? [];

const asWord = (token: string): string => {
  if (/^\d/.test(token)) return NUMBER;
  return token.endsWith(NAME_MARK) ? NAME_MARK : token;
};

const WORDS_A_STEP = 6;
const LAST_STEP = 4;

/** How it is built: `=` and a name. */
const shapesOf = (sentence: string, words: readonly string[]): readonly string[] =>
  [
    PRICE.test(sentence) ? '=price' : '',
    sentence.endsWith('!') ? '=called' : '',
    sentence.endsWith('?') ? '=asked' : '',
    READER.test(sentence) ? '' : '=not to the reader',
    /[.!?…:]$/.test(sentence) ? '' : '=a line',
    `=length ${Math.min(LAST_STEP, Math.floor(words.length / WORDS_A_STEP))}`,
  ].filter((shape) => shape !== '');

/**
 * What a marked sentence shows, each once, by the name under which it is weighed: a word (`fr:colis`), a beginning
 * (`fr:livr*`), a pair (`fr:votre colis`), a concept (`#gift`, `^#gift` where it begins with it), a shape (`=price`), a
 * sign of the lists (`!discount`), the reason of the message (`@order`).
 */
export const featuresOf = (
  marked: string,
  language: Language,
  reason: TransactionalReason | undefined,
): readonly string[] => {
  const sentence = marked.replaceAll(NAME_MARK, '');
  const words = tokensOf(marked, language).map(asWord);
  const short = ['^', ...words.map(beginningOf), '$'];
  const beginnings = words.filter((word) => word.length > BEGINNING).map((word) => `${word.slice(0, BEGINNING)}*`);
  const pairs = short.slice(1).map((word, index) => `${short[index]} ${word}`);
  const concepts = words.map(conceptsOf);
  const inLanguage = [...words, ...beginnings, ...pairs].map((each) => `${language.name}:${each}`);
  return [
    ...new Set([
      ...inLanguage,
      ...concepts.flat().map((concept) => `#${concept}`),
      ...(concepts[0] ?? []).map((concept) => `^#${concept}`),
      ...shapesOf(sentence, words),
      ...signsOfSentence(marked, language, reason).map((sign) => `!${sign}`),
      `@${reason ?? 'none'}`,
    ]),
  ];
};
