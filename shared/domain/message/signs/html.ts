/** A link of a text: from where to where it goes, the address as written, and the HTML between its tags. */
interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly url: string;
  readonly inner: string;
}

const ANCHOR_PIECE = /<a\b|>|\bhref\s*=\s*/gi;
const ADDRESS = /"([^"]*)"|'([^']*)'|([^\s>]+)/y;
const ANCHOR_CLOSE = /<\/a>/gi;

/** Where `pattern` is first met from a position on; `undefined`: nowhere. */
const firstFrom = (pattern: RegExp, text: string, from: number): RegExpExecArray | undefined => {
  pattern.lastIndex = from;
  return pattern.exec(text) ?? undefined;
};

/**
 * The links of a text: `<a`, an address in `href`, `>`, and `</a>`. Every character is looked at a few times, whatever is
 * left open: a text is read in time that grows as its length.
 */
export const anchorsIn = (text: string): readonly Anchor[] => {
  const anchors: Anchor[] = [];
  let opened: number | undefined;
  for (let at = 0; ; ) {
    const piece = firstFrom(ANCHOR_PIECE, text, at);
    if (piece === undefined) return anchors;
    at = piece.index + piece[0].length;
    if (piece[0] === '>') opened = undefined;
    else if (piece[0].startsWith('<')) opened ??= piece.index;
    else if (opened !== undefined) {
      const address = firstFrom(ADDRESS, text, at);
      if (address === undefined) continue;
      const ended = text.indexOf('>', at + address[0].length);
      const close = ended < 0 ? undefined : firstFrom(ANCHOR_CLOSE, text, ended + 1);
      if (close === undefined) return anchors;
      const [, double, single, bare] = address;
      const inner = text.slice(ended + 1, close.index);
      at = close.index + close[0].length;
      anchors.push({ start: opened, end: at, url: double ?? single ?? bare ?? '', inner });
      opened = undefined;
    }
  }
};

/** The text with each link as what is between its tags. */
export const withoutAnchors = (text: string): string => {
  const anchors = anchorsIn(text);
  const outside = [...anchors.map(({ start }) => start), text.length].map((end, index) =>
    text.slice(anchors[index - 1]?.end ?? 0, end),
  );
  return outside.map((part, index) => part + (anchors[index]?.inner ?? '')).join('');
};

/**
 * Replaces what is closed. What comes after the last place where something closes is not looked at: each beginning there
 * would be followed to the end of the text, which takes the square of its length.
 */
export const replaceClosed = (text: string, what: RegExp, closing: RegExp, by: string): string => {
  const last = [...text.matchAll(closing)].at(-1);
  const end = last === undefined ? 0 : last.index + last[0].length;
  return text.slice(0, end).replace(what, by) + text.slice(end);
};

/** Replaces these tags. */
export const replaceTags = (text: string, tags: RegExp, by: string): string => replaceClosed(text, tags, />/g, by);

/** Every tag replaced. */
export const withoutTags = (text: string, by: string): string => replaceTags(text, /<[^>]*>/g, by);

const SPOKEN_ATTRIBUTE = /\b(?:alt|title|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const BLOCK_TAG =
  /<\/?(?:p|div|br|li|ul|ol|dl|dt|dd|tr|td|th|table|h[1-6]|section|article|header|footer|blockquote|hr|button)\b[^>]*>/gi;

/** It holds a tag, a comment or a declaration. */
export const isHtml = (text: string): boolean => /<[a-z!/]/i.test(text.slice(0, text.lastIndexOf('>') + 1));

/** HTML as its words, with a line for each block; what a picture says is a line of its own. */
export const wordsOfHtml = (html: string): string => {
  const said = replaceClosed(html, /<!--[\s\S]*?-->/g, /-->/g, ' ');
  const seen = replaceClosed(
    said,
    /<(?:style|script|head)\b[\s\S]*?<\/(?:style|script|head)>/gi,
    /<\/(?:style|script|head)>/gi,
    ' ',
  );
  const spoken = [...seen.matchAll(SPOKEN_ATTRIBUTE)].map(([, double, single]) => double ?? single ?? '');
  return [withoutTags(replaceTags(seen, BLOCK_TAG, '\n'), ' '), ...spoken].join('\n');
};
