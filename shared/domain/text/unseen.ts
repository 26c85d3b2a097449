/** Characters of which nothing is seen, beside white space: fillers, marks that only change the look of others, the empty pattern of Braille. */
const UNSEEN = /[\u2800\uFFF9-\uFFFB\u{1D159}\p{Default_Ignorable_Code_Point}]/gu;

/** A text without what nobody sees in it. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Nothing of it takes visible room. */
export const isBlank = (text: string): boolean => withoutUnseen(text).trim() === '';

/** Those of them that take the width of a sign, so that a reader sees two words around them: the fillers of Hangul, and that pattern. */
const AS_A_SPACE = /[\u2800\u3164\u115F\u1160\uFFA0]/g;

/**
 * Marks of no script in particular, as those of Arabic are, and of Hebrew: accents, and points that a reader may leave out. In other scripts marks are vowels; those
 * of Kana, and the short one of й and ў, make other signs.
 */
const ACCENTS = /(?=\p{M})(?![\u3099\u309A]|(?<=[иу])\u0306)[\p{sc=Zinh}\p{sc=Hebr}]/gu;

/** Words without case, accents and what nobody sees, and a space for what shows as one. */
export const plainWords = (text: string): string =>
  withoutUnseen(text.replace(AS_A_SPACE, ' ').normalize('NFKD')).toLowerCase().replace(ACCENTS, '').trim();

/** Signs that many write as others. */
const WRITTEN_AS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };

/** A name as its readers compare it with others: the same, with signs that all keyboards have. Two that agree are taken for one. */
export const plainName = (name: string): string =>
  plainWords(name).replace(/[œæßøł]/g, (sign) => WRITTEN_AS[sign] ?? '');
