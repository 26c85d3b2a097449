/** Links of ours as they are in a message, also folded over two lines, or as a mail system rewrote them. */
const LINKS = /(?:\/|%2F)[op](?:\/|%2F)([A-Za-z0-9_-]{20,200})(?:=?\r?\n[>\t ]*([A-Za-z0-9_-]{1,150}))?/gi;
/** As a filter writes it that puts `_` for `/` and `-5F` for `_`. */
const REWRITTEN = /_[op]_([A-Za-z0-9_-]{40,300})/g;

const unescaped = (token: string): string => token.replaceAll('-5F', '_').replaceAll('-2D', '-');

/** All that may be a token in what looks like links of ours; only a token that can be read is one. */
export const tokensIn = (text: string): readonly string[] => [
  ...[...text.matchAll(LINKS)].flatMap(([, first = '', second = '']) => [
    first,
    // Another filter closes the link that it guards by two underscores.
    first.replace(/__$/, ''),
    ...(second === '' ? [] : [`${first}${second}`]),
  ]),
  ...[...text.matchAll(REWRITTEN)].map(([, token = '']) => unescaped(token)),
];

/** In characters; a token of ours has more. A shop's own pages may be at the same paths. */
const SHORTEST = 100;

const isAsLong = ([, first = '', second = '']: RegExpExecArray): boolean =>
  `${unescaped(first)}${second}`.length >= SHORTEST;

/** Where the last of what looks like a link of ours ends, as long as one is; `undefined`: there is none. */
export const endOfLastLink = (text: string): number | undefined => {
  const begins = [LINKS, REWRITTEN].map((pattern) => [...text.matchAll(pattern)].findLast(isAsLong)?.index ?? -1);
  const last = Math.max(...begins);
  if (last === -1) return undefined;
  const rest = text.slice(last);
  return last + (/\s/.exec(rest)?.index ?? rest.length);
};
