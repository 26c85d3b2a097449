/** First characters of a token that says nothing: no token under a key begins so. */
const MARK = 'preview-';

/** A token for a message that nobody receives, as long as a living one: it can be shown, and records nothing. */
export const inertToken = (length: number): string => MARK.repeat(Math.ceil(length / MARK.length)).slice(0, length);

/** It was made for a preview, so that there is nothing to read in it. */
export const isInertToken = (token: string): boolean => token.startsWith(MARK);
