/** A stretch of HTML in which text is not for its reader. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'style' | 'script';
}

/*
 * What begins at a `<`, in the order of the alternatives: a comment, other than one with a condition for Outlook, whose
 * content Outlook shows; a style sheet or a script; elements in which a comment is text; any other tag, in whose attributes
 * it is text as well.
 */
const HEAD = /<(?:(!--)(?!\[if)|(style|script)\b|(title|textarea|xmp|noembed|noframes|iframe)\b|[a-z/])/gi;

/** The next index of a piece of text, asked for from places that only grow: none is looked through twice. */
const finder = (text: string, piece: string) => {
  let found = -1;
  return (from: number): number => {
    if (found < from) found = text.indexOf(piece, from);
    if (found < 0) found = text.length;
    return found < text.length ? found : -1;
  };
};

/** Where a tag ends whose name begins at `from`, past quoted values; -1: nowhere. Each place is looked at once. */
const tagEnds = (html: string) => {
  const leadsNowhere = new Uint8Array(html.length);
  const mark = /["'>]/g;
  const next = (from: number): number => {
    mark.lastIndex = from;
    return mark.exec(html)?.index ?? html.length;
  };
  let first = -1;
  return (from: number): number => {
    if (first < from) first = next(from);
    const passed: number[] = [];
    let at = first;
    while (at < html.length && leadsNowhere[at] === 0) {
      if (html[at] === '>') return at + 1;
      passed.push(at);
      const closing = html.indexOf(html[at] ?? '', at + 1);
      at = closing < 0 ? html.length : next(closing + 1);
    }
    for (const each of passed) leadsNowhere[each] = 1;
    return -1;
  };
};

/** Where the content of an element ends, by its name; -1: it is never closed, which is looked for once. */
const closings = (html: string) => {
  const unclosed = new Set<string>();
  return (name: string, from: number): number => {
    if (unclosed.has(name)) return -1;
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = from;
    const found = closing.exec(html);
    if (found === null) unclosed.add(name);
    return found === null ? -1 : found.index + found[0].length;
  };
};

const commentEnd = (html: string, from: number): number => {
  if (html.startsWith('>', from)) return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  const end = /--!?>/g;
  end.lastIndex = from;
  const found = end.exec(html);
  return found === null ? html.length : found.index + found[0].length;
};

/** Comments, style sheets and scripts of a source, in order; in time that grows as its length. */
export const regionsOf = (html: string): readonly Region[] => {
  const regions: Region[] = [];
  const head = new RegExp(HEAD);
  const bracket = finder(html, '>');
  const [tagEnd, closing] = [tagEnds(html), closings(html)];
  for (let found = head.exec(html); found !== null; found = head.exec(html)) {
    const { index: start } = found;
    const after = start + found[0].length;
    const [raw, text] = [found[2]?.toLowerCase(), found[3]?.toLowerCase()];
    const add = (kind: Region['kind'], end: number): number => {
      regions.push({ start, end, kind });
      return end;
    };
    const contentOf = (name: string, otherwise: number): number => {
      const opened = bracket(after);
      const closed = opened < 0 ? -1 : closing(name, opened + 1);
      return opened >= 0 && closed < 0 ? otherwise : closed;
    };
    let end = -1;
    if (found[1] !== undefined) end = add('comment', commentEnd(html, after));
    else if (raw === 'style' || raw === 'script') {
      end = contentOf(raw, html.length);
      if (end >= 0) add(raw, end);
    } else if (text !== undefined) end = contentOf(text, -1);
    if (end < 0) end = tagEnd(start + 2);
    head.lastIndex = end < 0 ? after : end;
  }
  return regions;
};

/** The region that an offset is in; `undefined`: none. The regions are in order, and apart. */
export const regionAt = (regions: readonly Region[], offset: number): Region | undefined => {
  let [low, high] = [0, regions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((regions[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = regions[low];
  return found !== undefined && found.start <= offset ? found : undefined;
};
