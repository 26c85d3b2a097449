/** At most so many words lie where a phrase says `..`. */
const MOST_WORDS_BETWEEN = 3;

const alternativesOf = (token: string): string =>
  `(?:${token
    .split('/')
    .map((each) => each.replaceAll('*', '[^ ]*'))
    .join('|')})`;

const patternOf = (phrase: string): string =>
  phrase
    .split(' ')
    .map((token) => {
      if (token === '..') return `(?: [^ ]+){0,${MOST_WORDS_BETWEEN}}`;
      return token.startsWith('[') ? `(?: ${alternativesOf(token.slice(1, -1))})?` : ` ${alternativesOf(token)}`;
    })
    .join('');

/**
 * A pattern of the phrases of a list, which are separated by commas and lines, as `foldReply` leaves words: `*` is any ending, or none, `a/b` is
 * one of both, `[a/b]` is one of both or nothing, and `..` is up to three words, or none. It is for words that a space precedes and follows:
 * {@link spaced}.
 */
export const phrasesIn = (list: string): RegExp => {
  const phrases = list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
  return new RegExp(`(?:${phrases.map(patternOf).join('|')})(?= )`);
};

/** Words as the pattern of phrases reads them. */
export const spaced = (words: string): string => ` ${words} `;

/** Whether one of these signs is in the words. */
export const matchesOneOf = (signs: readonly RegExp[], words: string): boolean =>
  signs.some((each) => each.test(words));
