/** Characters of which nothing is seen, beside white space: fillers, marks that only change the look of others, the empty pattern of Braille. */
const UNSEEN = /[\u2800\uFFF9-\uFFFB\u{1D159}\p{Default_Ignorable_Code_Point}]/gu;

/** A text without what nobody sees in it. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Nothing of it takes visible room. */
export const isBlank = (text: string): boolean => withoutUnseen(text).trim() === '';

/** Those of them that take the width of a sign, so that a reader sees two words around them: the fillers of Hangul, and that pattern. */
const AS_A_SPACE = /[\u2800\u3164\u115F\u1160\uFFA0]/g;

/** Scripts whose marks are accents, or points that a reader may leave out. In others they are vowels, and another mark is another word. */
const WITH_ACCENTS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** Short, as in й and ў: of Cyrillic, other signs. */
const BREVE = '\u0306';
/** Marks of no script in particular, but those that make other signs of Kana. */
const OF_NO_SCRIPT = /(?![\u3099\u309A])\p{Script=Inherited}/gu;

const marksKept = (base: string, marks: string): string => {
  if (/\p{Script=Cyrillic}/u.test(base)) return marks.includes(BREVE) ? BREVE : '';
  return !/\p{L}/u.test(base) || WITH_ACCENTS.test(base) ? '' : marks.replace(OF_NO_SCRIPT, '');
};

/** Words without case, accents and what nobody sees, and a space for what shows as one. */
export const plainWords = (text: string): string =>
  withoutUnseen(text.replace(AS_A_SPACE, ' ').normalize('NFKD'))
    .replace(/(^|\P{M})(\p{M}+)/gu, (_, base: string, marks: string) => base + marksKept(base, marks))
    .toLowerCase()
    .trim();

/** Signs that many write as others. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

/** A name as its readers compare it with others: the same, with signs that all keyboards have. Two that agree are taken for one. */
export const plainName = (name: string): string =>
  plainWords(name).replace(/[œæßøłđðþı]/g, (sign) => WRITTEN_AS[sign] ?? sign);
