import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { partsOf, pixelsOf, ratioOf, shareOf } from '../styles/css-values.ts';
import { attributeOf } from '../styles/sheets-of-mail.ts';
import { AS_UNSAID } from './cascade.ts';
import { areAlike, type Colour, colourOf, contrast, over } from './colours.ts';
import { FAR, sightOfSubtree } from './hidden-subtree.ts';
import { doubtfulIf, type Sight, unseenIf, worse, worst } from './sight.ts';

/** What an element passes on to those within. */
interface Look {
  readonly sight: Sight;
  readonly isInvisible: boolean;
  readonly isTransparentToPointers: boolean;
  readonly opacity: number;
  readonly size: number;
  readonly ink: Colour | undefined;
  readonly behind: Colour;
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
  behind: WHITE,
  indent: 'seen',
};

const sizeOf = (value: string, around: number): number | undefined => {
  const relative = /^([\d.]+)(em|%)$/.exec(value);
  if (relative) return Number(relative[1]) * (relative[2] === '%' ? around / 100 : around);
  const share = shareOf(value);
  return pixelsOf(value) ?? (share === undefined ? undefined : share * 375);
};

const indentOf = (value: string | undefined, around: Sight): Sight => {
  if (value === undefined || value === 'inherit') return around;
  const pixels = pixelsOf(partsOf(value)[0] ?? '') ?? (shareOf(value) ?? 0) * 600;
  return pixels <= -FAR ? 'unseen' : doubtfulIf(pixels > 400);
};

const inkOf = (css: ReadonlyMap<string, string>, around: Look, unsaid: Colour | undefined): Colour | undefined => {
  const fill = css.get('text-fill-color');
  const value = fill === undefined || AS_UNSAID.test(fill) ? css.get('color') : fill;
  if (value === undefined) return unsaid;
  if (value === 'inherit' || value === 'currentcolor' || value === 'unset') return around.ink;
  if (AS_UNSAID.test(value)) return value === 'initial' ? BLACK : unsaid;
  return colourOf(value);
};

/** What an element looks like within another one. */
export const lookOf = (
  around: Look,
  element: Tree.Element,
  css: ReadonlyMap<string, string>,
  linkInk: Colour,
): Look => {
  const isLink = element.tagName === 'a' && attributeOf(element, 'href') !== undefined;
  const background = colourOf(css.get('background-color') ?? 'transparent') ?? { ...WHITE, alpha: 0 };
  const opacity = around.opacity * Math.min(1, Math.max(0, ratioOf(css.get('opacity') ?? '1') ?? 1));
  const size = css.get('font-size');
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
    size: size === undefined ? around.size : (sizeOf(size, around.size) ?? around.size),
    ink: inkOf(css, around, isLink ? linkInk : around.ink),
    behind: over(background, around.behind),
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
  if (look.ink === undefined) return worst([ofAll, ofSize, 'doubtful']);
  const shown = over({ ...look.ink, alpha: look.ink.alpha * look.opacity }, look.behind);
  const ofInk = worse(
    unseenIf(areAlike(shown, look.behind)),
    doubtfulIf(contrast(shown, look.behind) < LEAST_CONTRAST),
  );
  return worst([ofAll, ofSize, ofInk]);
};
