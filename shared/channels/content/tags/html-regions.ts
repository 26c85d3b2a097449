/** A stretch of HTML in which text is not for its reader. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'style' | 'script';
}

/*
 * In the order of the alternatives: a comment, other than one with a condition for Outlook, whose content Outlook shows;
 * a style sheet or a script; elements in which a comment is text; any other tag, in whose attributes it is text as well.
 */
const PIECES =
  /(<!--(?!\[if)(?:>|->|[\s\S]*?(?:--!?>|$)))|<(style|script)\b[^>]*>[\s\S]*?(?:<\/\2\s*>|$)|<(title|textarea|xmp|noembed|noframes|iframe)\b[^>]*>[\s\S]*?<\/\3\s*>|<[a-zA-Z/](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** Comments, style sheets and scripts of a source, in order. */
export const regionsOf = (html: string): readonly Region[] =>
  [...html.matchAll(PIECES)].flatMap((match): readonly Region[] => {
    const [text, comment, raw] = match;
    const kind = comment === undefined ? raw?.toLowerCase() : 'comment';
    if (kind !== 'comment' && kind !== 'style' && kind !== 'script') return [];
    return [{ start: match.index, end: match.index + text.length, kind }];
  });

/** The region that an offset is in; `undefined`: none. */
export const regionAt = (regions: readonly Region[], offset: number): Region | undefined =>
  regions.find(({ start, end }) => start <= offset && offset < end);
