/** Characters of a row at most: one that is longer is refused by itself, as is a quote that nothing closes. */
export const LONGEST_ROW = 16_384;
