/** Plain text for a reader that takes both text and HTML: nothing in it is markup. */
export const plainText = (text: string): string => text.replaceAll('<', ' ');
