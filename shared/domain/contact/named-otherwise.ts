const NAME = 'NamedOtherwise';

/**
 * The address is a contact already, under another key than the one that it was looked for with: somebody stored it in between.
 * Whoever meets this looks again, and finds it. No caller ever sees it.
 */
export const namedOtherwise = (): Error =>
  Object.assign(new Error('the address was stored under another key meanwhile'), { name: NAME });

export const isNamedOtherwise = (error: unknown): boolean => error instanceof Error && error.name === NAME;
