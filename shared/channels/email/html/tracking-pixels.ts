import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isHiddenBySheet, styleSheets } from './browser-view.ts';
import { declarationsOf, hidingOf, hidingSelectors } from './hidden-style.ts';

/** A piece of the author's source, by offsets. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const attributeOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value.trim();

/**
 * An image that is fetched, so that whoever serves it learns who opened the mail; one in the mail itself informs
 * nobody.
 */
const isFetched = (image: Tree.Element): boolean =>
  ['src', 'srcset'].some((name) => !/^(?:(?:cid|data):.*)?$/is.test(attributeOf(image, name) ?? ''));

const isTiny = (size: string): boolean => /^\d*\.?\d+(?:px)?$/.test(size) && Number.parseFloat(size) <= 1;

/** The sides that it declares, by its style or else by its attributes. */
const sidesOf = (image: Tree.Element, style: ReadonlyMap<string, string>): readonly string[] =>
  ['width', 'height'].flatMap((side) => style.get(side) ?? attributeOf(image, side) ?? []);

/**
 * Nothing to see: a pixel each way or less, or hidden and of no size to speak of. A spacer is thin one way alone, and
 * stays; so does a picture of ordinary size that a style sheet shows to some readers only.
 */
const isUnseen = (image: Tree.Element, isHidden: boolean): boolean => {
  const sides = sidesOf(image, declarationsOf(attributeOf(image, 'style') ?? ''));
  return sides.every(isTiny) && (isHidden || sides.length > 0);
};

const hides = (element: Tree.Element, selectors: readonly string[]): boolean => {
  const style = declarationsOf(attributeOf(element, 'style') ?? '');
  const isInvisible = hidingOf(style).subtree || style.get('visibility') === 'hidden';
  return isInvisible || attributeOf(element, 'hidden') !== undefined || isHiddenBySheet(element, selectors);
};

const childrenOf = (node: Tree.Node): readonly Tree.Node[] => {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
};

/** `<!--[if mso]>`: what Outlook alone reads. */
const CONDITIONAL = /^\[if\b[^\]]*\]>/i;
const COMMENT_OPENS = '<!--'.length;

const pixelsBelow = (
  node: Tree.Node,
  isHidden: boolean,
  selectors: readonly string[],
  from: number,
): readonly Piece[] => {
  const location = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
  if (node.nodeName === '#comment' && 'data' in node && location && CONDITIONAL.test(node.data))
    return pixelsIn(node.data, selectors, from + location.startOffset + COMMENT_OPENS);
  const isHiddenHere = isHidden || (isElement(node) && hides(node, selectors));
  const isOne = isElement(node) && node.tagName === 'img' && isFetched(node) && isUnseen(node, isHiddenHere);
  const own = isOne && location ? [{ start: from + location.startOffset, end: from + location.endOffset }] : [];
  return [...own, ...childrenOf(node).flatMap((child) => pixelsBelow(child, isHiddenHere, selectors, from))];
};

/** Of a mail, or of a piece of it that begins at `from`. */
const pixelsIn = (html: string, sheets: readonly string[], from: number): readonly Piece[] => {
  const document = parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true });
  const selectors = [...sheets, ...styleSheets(document).flatMap(hidingSelectors)];
  return pixelsBelow(document, false, selectors, from);
};

/** The mail without its tracking pixels, every other byte as it was, and how many were taken out (CNIL 2026-042). */
export const withoutTrackingPixels = (html: string): { readonly html: string; readonly pixels: number } => {
  const pieces = /<ima?ge?\b/i.test(html) ? pixelsIn(html, [], 0) : [];
  const rest = pieces.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), html);
  return { html: rest, pixels: pieces.length };
};
