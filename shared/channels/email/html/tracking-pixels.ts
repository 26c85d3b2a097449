import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { positionsIn } from '../../content/content-fault.ts';
import type { TrackingPixel } from '../../content/tracking-pixel.ts';
import { hiddenBySheets, type IsHidden } from './browser-view.ts';
import { addressOf, type CountsBy, countsOpens, hostShown, isPlainPicture } from './counts-opens.ts';
import { attributeOf, childrenOf, isElement } from './elements.ts';
import { declarationsOf, hidingOf } from './hidden-style.ts';

/** A piece of the author's source, by offsets. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

const trimmedOf = (element: Tree.Element, name: string): string | undefined => attributeOf(element, name)?.trim();

/**
 * Where an image is fetched from, so that whoever serves it learns that the mail was opened; `undefined`: it is in the mail
 * itself, or nowhere.
 */
const fetchedFrom = (image: Tree.Element): string | undefined =>
  ['src', 'srcset']
    .map((name) => trimmedOf(image, name)?.split(/\s/)[0] ?? '')
    .find((url) => !/^(?:(?:cid|data):.*)?$/is.test(url));

const isTiny = (size: string): boolean => /^(?:\d+|\d*\.\d+)(?:px)?$/.test(size) && Number.parseFloat(size) <= 1;

/** The sides that it declares, by its style or else by its attributes. */
const sidesOf = (image: Tree.Element, style: ReadonlyMap<string, string>): readonly string[] =>
  ['width', 'height'].flatMap((side) => style.get(side) ?? trimmedOf(image, side) ?? []);

/** An image that is fetched, and how it is shown. A picture that a style sheet shows to some readers only is seen. */
interface Found extends Piece {
  readonly url: string;
  readonly isUnseen: boolean;
  readonly isUnsaid: boolean;
}

const foundAs = (image: Tree.Element, isHidden: boolean, from: number): Found | undefined => {
  const url = fetchedFrom(image);
  const location = image.sourceCodeLocation;
  if (url === undefined || !location) return undefined;
  const sides = sidesOf(image, declarationsOf(trimmedOf(image, 'style') ?? ''));
  return {
    url,
    isUnseen: sides.every(isTiny) && (isHidden || sides.length > 0),
    isUnsaid: sides.length === 0 && (trimmedOf(image, 'alt') ?? '') === '',
    start: from + location.startOffset,
    end: from + location.endOffset,
  };
};

const hides = (element: Tree.Element, isHiddenBySheet: IsHidden): boolean => {
  const style = declarationsOf(trimmedOf(element, 'style') ?? '');
  const isInvisible = hidingOf(style).subtree || style.get('visibility') === 'hidden';
  return isInvisible || trimmedOf(element, 'hidden') !== undefined || isHiddenBySheet(element);
};

/** `<!--[if mso]>`: what Outlook alone reads. */
const CONDITIONAL = /^\[if\b[^\]]*\]>/i;
const COMMENT_OPENS = '<!--'.length;

const imagesBelow = (node: Tree.Node, isHidden: boolean, isHiddenBySheet: IsHidden, from: number): readonly Found[] => {
  const location = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
  if (node.nodeName === '#comment' && 'data' in node && location && CONDITIONAL.test(node.data))
    return imagesIn(node.data, isHiddenBySheet, from + location.startOffset + COMMENT_OPENS);
  const isHiddenHere = isHidden || (isElement(node) && hides(node, isHiddenBySheet));
  const own = isElement(node) && node.tagName === 'img' ? foundAs(node, isHiddenHere, from) : undefined;
  const below = childrenOf(node).flatMap((child) => imagesBelow(child, isHiddenHere, isHiddenBySheet, from));
  return own === undefined ? below : [own, ...below];
};

/** Of a mail, or of a piece of it that begins at `from`, under the style sheets around it. */
const imagesIn = (html: string, isHiddenAround: IsHidden, from: number): readonly Found[] => {
  const document = parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true });
  const isHiddenHere = hiddenBySheets(document);
  return imagesBelow(document, false, (element) => isHiddenAround(element) || isHiddenHere(element), from);
};

/** An image that counts who opens the mail, and by what. */
interface Counting extends Found {
  readonly by: CountsBy;
}

const countingAmong = (images: readonly Found[]): readonly Counting[] => {
  const pictures = images.filter(({ url, isUnseen }) => !isUnseen && isPlainPicture(url));
  const hosts = new Set(pictures.map(({ url }) => addressOf(url).host));
  const inOrder = images.toSorted((a, b) => a.start - b.start);
  return inOrder.flatMap((image) => {
    const by = countsOpens({ ...image, isHostOfPictures: hosts.has(addressOf(image.url).host) });
    return by === undefined ? [] : [{ ...image, by }];
  });
};

/**
 * The mail without the images that count who opens it, every other byte as it was, and what was taken out from where
 * (CNIL 2026-042, docs/decisions/0038).
 */
export const withoutTrackingPixels = (
  html: string,
): { readonly html: string; readonly pixels: readonly TrackingPixel[] } => {
  const counting = /<ima?ge?\b/i.test(html) ? countingAmong(imagesIn(html, () => false, 0)) : [];
  const rest = counting.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), html);
  const positionOf = positionsIn(html);
  const pixels = counting.map(({ start, url, by }) => ({ line: positionOf(start).line, host: hostShown(url), by }));
  return { html: rest, pixels };
};
