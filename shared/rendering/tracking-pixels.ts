import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { declarationsOf, hidingOf } from './hidden-style.ts';

/** A piece of the author's source, by offsets. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const attributeOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value.trim();

/** An image that is fetched, so that whoever serves it learns of the opening; one in the mail itself tells nobody. */
const isFetched = (source: string | undefined): boolean => source !== undefined && !/^(?:cid|data):/i.test(source);

const isTiny = (size: string | undefined): boolean => size !== undefined && /^[01](?:\.\d+)?(?:px)?$/.test(size);

/** Nothing to see: a pixel each way or less, or hidden. A spacer is thin one way alone, and stays. */
const isUnseen = (image: Tree.Element): boolean => {
  const style = declarationsOf(attributeOf(image, 'style') ?? '');
  const sides = (['width', 'height'] as const).map((side) => style.get(side) ?? attributeOf(image, side));
  const isPixel = sides.some(isTiny) && sides.every((size) => size === undefined || isTiny(size));
  return isPixel || hidingOf(style).subtree || attributeOf(image, 'hidden') !== undefined;
};

const imagesIn = (node: Tree.Node): readonly Tree.Element[] => {
  const own = isElement(node) && node.tagName === 'img' ? [node] : [];
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap(imagesIn)];
};

/** The images of a mail that nobody sees and somebody is told of: they count who opened it, and when (CNIL 2026-042). */
const trackingPixels = (html: string): readonly Piece[] => {
  if (!/<ima?ge?\b/i.test(html)) return [];
  const document = parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true });
  return imagesIn(document).flatMap((image) => {
    const place = image.sourceCodeLocation;
    const isOne = place && isFetched(attributeOf(image, 'src')) && isUnseen(image);
    return isOne ? [{ start: place.startOffset, end: place.endOffset }] : [];
  });
};

/** The mail without its tracking pixels, every other byte as it was, and how many were taken out. */
export const withoutTrackingPixels = (html: string): { readonly html: string; readonly pixels: number } => {
  const pieces = trackingPixels(html);
  const rest = pieces.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), html);
  return { html: rest, pixels: pieces.length };
};
