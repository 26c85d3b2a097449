import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from '../html/elements.ts';
import { partsOf, pixelsOf, ratioOf, shareOf } from '../styles/css-values.ts';
import { areAlike, type Colour, colourOf, contrast, over } from './colours.ts';
import { cutsOff, FAR, sightOfSubtree } from './hidden-subtree.ts';
import { AS_UNSAID } from './looked-at.ts';
import { doubtfulIf, type Sight, unseenIf, worse, worst } from './sight.ts';
import { lengthOf, sizeWithin } from './sizes.ts';

/** What an element passes on to those within. */
export interface Look {
  readonly sight: Sight;
  readonly isInvisible: boolean;
  readonly isTransparentToPointers: boolean;
  readonly opacity: number;
  readonly size: number;
  readonly ink: Colour | undefined;
  /** The colour that letters have in place of it. */
  readonly fill: { readonly ink: Colour | undefined } | undefined;
  /** The colours that may be behind it. */
  readonly behind: readonly Colour[];
  /** Something is behind it, over these, that is not read. */
  readonly isBehindUnread: boolean;
  /** The height of a line is none. */
  readonly isWithoutLine: boolean;
  readonly isCut: boolean;
  readonly indent: Sight;
}
const WHITE: Colour = { rgb: [255, 255, 255], alpha: 1 };
const BLACK: Colour = { rgb: [0, 0, 0], alpha: 1 };
export const LINK: Colour = { rgb: [0, 0, 238], alpha: 1 };
export const PAGE: Look = {
  sight: 'seen',
  isInvisible: false,
  isTransparentToPointers: false,
  opacity: 1,
  size: 16,
  ink: BLACK,
  fill: undefined,
  behind: [WHITE],
  isBehindUnread: false,
  isWithoutLine: false,
  isCut: false,
  indent: 'seen',
};
/** The page that a program shows in the dark where the mail says that it is made for it. */
export const DARK_PAGE: Look = { ...PAGE, ink: WHITE, behind: [{ rgb: [30, 30, 30], alpha: 1 }] };
export const LINK_IN_THE_DARK: Colour = { rgb: [158, 158, 255], alpha: 1 };

const indentOf = (value: string | undefined, around: Sight): Sight => {
  if (value === undefined || value === 'inherit') return around;
  const pixels = pixelsOf(partsOf(value)[0] ?? '') ?? (shareOf(value) ?? 0) * 600;
  return pixels <= -FAR ? 'unseen' : doubtfulIf(pixels > 400);
};

const inkOf = (value: string | undefined, around: Look, unsaid: Colour | undefined): Colour | undefined => {
  if (value === undefined) return unsaid;
  if (value === 'inherit' || value === 'currentcolor' || value === 'unset') return around.ink;
  if (AS_UNSAID.test(value)) return value === 'initial' ? BLACK : unsaid;
  return colourOf(value);
};

/** A colour of letters of its own, which an element passes on beside that of all else. */
const fillOf = (value: string | undefined, { fill }: Look): Look['fill'] => {
  if (value === undefined || value === 'inherit' || value === 'unset') return fill;
  return value === 'currentcolor' || AS_UNSAID.test(value) ? undefined : { ink: colourOf(value) };
};

/** Colours behind one another's edges: more are not read. */
const MOST_BEHIND = 16;
const GRADIENT = /gradient\(/;
/** What may be behind an element, and whether it is read. */
const behindOf = (
  css: ReadonlyMap<string, string>,
  around: Look,
): { readonly behind: readonly Colour[]; readonly isBehindUnread: boolean } => {
  const value = css.get('background-color') ?? 'transparent';
  const colour = AS_UNSAID.test(value) ? colourOf('transparent') : colourOf(value);
  const below = colour === undefined ? around.behind : around.behind.map((each) => over(colour, each));
  const isUnread = colour === undefined ? value.includes('(') : around.isBehindUnread && colour.alpha < 1;
  const image = css.get('background-image') ?? 'none';
  if (image === 'none' || AS_UNSAID.test(image)) return { behind: below, isBehindUnread: isUnread };
  if (!GRADIENT.test(image)) return { behind: below, isBehindUnread: true };
  const named = image.match(/#[0-9a-f]+|(?:rgb|hsl)a?\([^()]*\)|[a-z]+/g) ?? [];
  const colours = named.flatMap((each) => colourOf(each) ?? []);
  if (image.includes('url(') || colours.length === 0 || colours.length * below.length > MOST_BEHIND)
    return { behind: below, isBehindUnread: true };
  return { behind: colours.flatMap((each) => below.map((one) => over(each, one))), isBehindUnread: isUnread };
};

/** What an element looks like within another one. */
export const lookOf = (
  around: Look,
  element: Tree.Element,
  css: ReadonlyMap<string, string>,
  linkInk: Colour,
): Look => {
  const isLink = element.tagName === 'a' && attributeOf(element, 'href') !== undefined;
  const opacity = around.opacity * Math.min(1, Math.max(0, ratioOf(css.get('opacity') ?? '1') ?? 1));
  const size = css.get('font-size');
  const line = css.get('line-height');
  const visibility = css.get('visibility');
  const pointers = css.get('pointer-events');
  return {
    sight: worst([around.sight, sightOfSubtree(css, element)]),
    isInvisible:
      visibility === undefined || visibility === 'inherit'
        ? around.isInvisible
        : /^(?:hidden|collapse)$/.test(visibility),
    isTransparentToPointers:
      pointers === undefined || pointers === 'inherit' ? around.isTransparentToPointers : pointers === 'none',
    opacity,
    size: size === undefined ? around.size : sizeWithin(size, around.size),
    ink: inkOf(css.get('color'), around, isLink ? linkInk : around.ink),
    fill: fillOf(css.get('text-fill-color'), around),
    ...behindOf(css, around),
    isWithoutLine: line === undefined || line === 'inherit' ? around.isWithoutLine : lengthOf(line) === 0,
    isCut: around.isCut || cutsOff(css),
    indent: indentOf(css.get('text-indent'), around.indent),
  };
};

/** Letters of so few pixels are not seen; of fewer than these, perhaps. */
const [GONE, SMALL] = [2, 6];
/** Below it words can hardly be seen on what is behind them. */
const LEAST_CONTRAST = 1.3;

export const sightOfLook = (look: Look, isText: boolean): Sight => {
  const ofAll = worst([
    look.sight,
    look.indent,
    unseenIf(look.isInvisible || look.isTransparentToPointers || look.opacity < 0.1),
    doubtfulIf(look.opacity < 0.3),
  ]);
  if (!isText) return ofAll;
  const ofSize = worse(unseenIf(look.size <= GONE), doubtfulIf(look.size < SMALL));
  const { opacity, behind, isBehindUnread } = look;
  const { ink } = look.fill ?? look;
  if (ink === undefined) return worst([ofAll, ofSize, 'doubtful']);
  const asShown = (below: Colour): Colour => over({ ...ink, alpha: ink.alpha * opacity }, below);
  const isAlike = behind.every((below) => areAlike(asShown(below), below));
  const isFaint = behind.some((below) => contrast(asShown(below), below) < LEAST_CONTRAST);
  const isNone = ink.alpha * opacity < 0.05;
  return worst([
    ofAll,
    ofSize,
    doubtfulIf(look.isCut && look.isWithoutLine),
    unseenIf(isNone || (isAlike && !isBehindUnread)),
    doubtfulIf(isFaint),
  ]);
};
