/** Characters of which nothing is seen, beside white space: fillers, marks that only change the look of others, the empty pattern of Braille. */
const UNSEEN = /[\u2800\uFFF9-\uFFFB\u{1D159}\p{Default_Ignorable_Code_Point}]/gu;

/** A text without what nobody sees in it. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Nothing of it takes visible room. */
export const isBlank = (text: string): boolean => withoutUnseen(text).trim() === '';

/** Those of them that take the width of a sign, so that a reader sees two words around them: the fillers of Hangul, and that pattern. */
const AS_A_SPACE = /[\u2800\u3164\u115F\u1160\uFFA0]/g;

/** A name as its readers compare it with others: no case, no accents, nothing that nobody sees, and a space for what shows as one. Two that agree are taken for one. */
export const plainName = (name: string): string =>
  withoutUnseen(name.replace(AS_A_SPACE, ' ').normalize('NFKD')).replace(/\p{M}/gu, '').toLowerCase().trim();
