/** Characters of which nothing is seen, beside white space: fillers, marks that only change the look of others, the empty pattern of Braille. */
const UNSEEN = /[\u2800\u{1D159}\p{Default_Ignorable_Code_Point}]/gu;

/** A text without what nobody sees in it. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Nothing of it takes visible room. */
export const isBlank = (text: string): boolean => withoutUnseen(text).trim() === '';

/** A name as its readers compare it with others: no case, no accents, nothing that nobody sees. Two that agree are taken for one. */
export const plainName = (name: string): string =>
  withoutUnseen(name.normalize('NFKD')).replace(/\p{M}/gu, '').toLowerCase();
