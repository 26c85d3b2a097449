/**
 * Where the provider of a route reports what became of a message: the personal link of its reader under another path, so
 * that nobody can guess it and what is reported finds its message.
 */
export const callbackUrlOf = (oppositionUrl: string): string => oppositionUrl.replace(/\/o\/([^/]+)$/, '/r/$1');
