import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { FOOTER_MARK } from '../footer/footer.ts';
import { attributeOf } from '../html/elements.ts';

/** A style sheet of a mail, and where it begins in the source. */
export interface SheetSource {
  readonly css: string;
  readonly start: number;
  /** Outlook for Windows alone reads it: it is in a conditional comment. */
  readonly isForOutlook: boolean;
  /** The `media` of its element, in lower case; empty: none. */
  readonly media: string;
}

/** What in a mail can style it, by its place in the source. */
export interface StyleSources {
  readonly html: Tree.Element | undefined;
  readonly body: Tree.Element | undefined;
  readonly sheets: readonly SheetSource[];
  /** Every element of the author, in the order of the source. */
  readonly elements: readonly Tree.Element[];
}

/** Where an element begins, or one of its attributes. */
export const startOf = (element: Tree.Element, attribute?: string): number =>
  (attribute === undefined ? undefined : element.sourceCodeLocation?.attrs?.[attribute]?.startOffset) ??
  element.sourceCodeLocation?.startOffset ??
  0;

const COMMENT_OPENS = '<!--'.length;
/** Up to the next one at most, so that a text of many of them is read once. */
const STYLE = /<style\b(?:[^<>]|<(?!style\b))*>([\s\S]*?)(?:<\/style|$)/gi;

/** Style sheets in `<!--[if mso]> … <![endif]-->`. */
const sheetsForOutlook = (
  source: string,
  { data, sourceCodeLocation: place }: Tree.CommentNode,
): readonly SheetSource[] => {
  if (!/^\s*\[if\b/i.test(data)) return [];
  const start = (place?.startOffset ?? 0) + COMMENT_OPENS;
  return [...source.slice(start, place?.endOffset).matchAll(STYLE)].map((found) => ({
    css: found[1] ?? '',
    start: start + found.index + found[0].indexOf('>') + 1,
    isForOutlook: true,
    media: '',
  }));
};

/** It asks for paper or voices in all that it names. */
const FOR_PAPER = /^\s*(?:only\s+)?(?:print|speech)\b[^,]*(?:,\s*(?:only\s+)?(?:print|speech)\b[^,]*)*$/i;

const sheetOf = (source: string, element: Tree.Element): readonly SheetSource[] => {
  if (element.tagName !== 'style' || FOR_PAPER.test(attributeOf(element, 'media') ?? '')) return [];
  const media = (attributeOf(element, 'media') ?? '').trim().toLowerCase();
  return element.childNodes.flatMap(({ sourceCodeLocation: place }) =>
    place
      ? [
          {
            css: source.slice(place.startOffset, place.endOffset),
            start: place.startOffset,
            isForOutlook: false,
            media,
          },
        ]
      : [],
  );
};

/** Finds what styles a mail, read as a client without scripts reads it. A block of ours that is in it already is left out. */
export const styleSources = (source: string): StyleSources => {
  const sheets: SheetSource[] = [];
  const elements: Tree.Element[] = [];
  const document = parse(source, { scriptingEnabled: false, sourceCodeLocationInfo: true });
  const left: Tree.Node[] = [document];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.nodeName === '#comment' && 'data' in node) sheets.push(...sheetsForOutlook(source, node));
    if ('tagName' in node && attributeOf(node, FOOTER_MARK) !== undefined) continue;
    if ('tagName' in node) {
      elements.push(node);
      sheets.push(...sheetOf(source, node));
    }
    if ('childNodes' in node) left.push(...node.childNodes.toReversed());
  }
  const html = elements.find(({ tagName }) => tagName === 'html');
  return { html, body: elements.find(({ tagName }) => tagName === 'body'), sheets, elements };
};
