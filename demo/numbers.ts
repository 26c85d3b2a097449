/** Numbers as the demo prints them: `1,481`. */
export const numbers = new Intl.NumberFormat('en-GB');
