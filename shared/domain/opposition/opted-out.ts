/** Cause of a refusal that a provider gives for a number whose person asked it to stop: an opposition that came to it and not to us. */
export const OPTED_OUT = 'opted-out';
