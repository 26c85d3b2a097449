/** The letters and digits of a text, without case, accents and signs. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The words of a name as they are compared: without case, accents and signs. */
const wordsOf = (name: string): readonly string[] => name.split(/[^\p{L}\p{M}\p{N}]+/u).map(lettersOf);

/** Words that follow each other make up the name: "Maison-Valmy" makes up "MAISON VALMY", and "Décor" never "Or". */
const makeUp = (words: readonly string[], known: string): boolean =>
  words.some((_, start) => {
    let joined = '';
    for (const word of words.slice(start)) {
      joined += word;
      if (joined.length >= known.length) return joined === known;
    }
    return false;
  });

/**
 * True for a display name that holds one of these names in whole words, but for case, accents and signs. A name of signs alone
 * has no letters: it is looked for as it is.
 */
export const showsAny = (shown: string, names: readonly string[]): boolean => {
  const words = wordsOf(shown);
  return names.some((known) => {
    const bare = lettersOf(known);
    return bare === '' ? shown.includes(known) : makeUp(words, bare);
  });
};
