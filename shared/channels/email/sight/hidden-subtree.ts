import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from '../html/elements.ts';
import { partsOf, pixelsOf, ratioOf, shareOf } from '../styles/css-values.ts';
import { filter, transform } from '../styles/hiding-values.ts';
import { AS_UNSAID } from './looked-at.ts';
import { doubtfulIf, type Sight, unseenIf, worse, worst } from './sight.ts';
import { lengthOf } from './sizes.ts';

/** Pixels beyond which something is not where its mail is. */
export const FAR = 100;
const sightOfOffset = (value: string): Sight => {
  const pixels = pixelsOf(value);
  if (pixels !== undefined) return Math.abs(pixels) > 3000 || pixels <= -FAR ? 'unseen' : 'seen';
  const share = shareOf(value);
  if (AS_UNSAID.test(value)) return 'seen';
  return share === undefined || share < 0 || share > 0.95 ? 'doubtful' : 'seen';
};

const OF_TABLES = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'table']);
const INLINE = new Set(['a', 'span', 'font', 'b', 'strong', 'em', 'i', 'u', 'small', 'sup', 'sub']);
/** It shows nothing of what does not fit into it. */
export const cutsOff = (css: ReadonlyMap<string, string>): boolean =>
  ['overflow', 'overflow-x', 'overflow-y'].some((each) => /hidden|clip|auto|scroll/.test(css.get(each) ?? ''));
/** What cuts off its contents where they do not fit: as tall as nothing, it shows nothing; cut at some height, perhaps not the link. */
const sightOfBox = (css: ReadonlyMap<string, string>, { tagName }: Tree.Element): Sight => {
  const display = css.get('display');
  if (OF_TABLES.has(tagName) && (display === undefined || /^table/.test(display))) return 'seen';
  if (INLINE.has(tagName) && (display === undefined || display === 'inline')) return 'seen';
  if (!cutsOff(css)) return 'seen';
  const ofSide = (names: readonly string[], least: number, doubtful: number): Sight =>
    worst(
      names.map((name) => {
        const value = css.get(name);
        if (value === undefined || AS_UNSAID.test(value) || value === 'none') return 'seen';
        const pixels = lengthOf(value);
        if (pixels === undefined) return 'seen';
        return pixels <= least ? 'unseen' : doubtfulIf(pixels < doubtful);
      }),
    );
  return worse(
    ofSide(['height', 'max-height', 'block-size'], 3, 5000),
    ofSide(['width', 'max-width', 'inline-size'], 3, 60),
  );
};

/** What hides an element and all within it, whatever these say. */
export const sightOfSubtree = (css: ReadonlyMap<string, string>, element: Tree.Element): Sight => {
  const get = (name: string): string => css.get(name) ?? '';
  const isPositioned = !/^(?:|static)$/.test(get('position'));
  const insets = ['inset', 'top', 'right', 'bottom', 'left'].flatMap((name) => partsOf(get(name)));
  const margins = [...css].filter(([name]) => name.startsWith('margin')).flatMap(([, value]) => partsOf(value));
  const isOut = /^(?:absolute|fixed)$/.test(get('position'));
  return worst([
    doubtfulIf(['display', 'content-visibility'].some((name) => get(name).includes('var('))),
    unseenIf(get('display') === 'none' || get('content-visibility') === 'hidden'),
    isPositioned ? worst(insets.map(sightOfOffset)) : 'seen',
    isPositioned ? doubtfulIf(get('z-index').startsWith('-')) : 'seen',
    isOut ? doubtfulIf(!/^(?:|auto)$/.test(get('clip'))) : 'seen',
    worst(margins.map((value) => doubtfulIf((pixelsOf(value) ?? (shareOf(value) ?? 0) * 600) <= -FAR))),
    unseenIf(/^inset\((?:[5-9]\d|100)%/.test(get('clip-path'))),
    doubtfulIf(['clip-path', 'mask', 'mask-image'].some((name) => !/^(?:|none|initial|unset)$/.test(get(name)))),
    unseenIf(/^scale(?:3d|x|y)?\(0/.test(get('transform')) || get('scale') === '0'),
    doubtfulIf(get('transform') !== '' && !AS_UNSAID.test(get('transform')) && transform(get('transform'))),
    doubtfulIf(['translate', 'scale', 'rotate'].some((name) => !/^(?:|none|initial|unset|0|1)$/.test(get(name)))),
    doubtfulIf(get('filter') !== '' && !AS_UNSAID.test(get('filter')) && filter(get('filter'))),
    doubtfulIf(!/^(?:|normal|initial)$/.test(get('mix-blend-mode'))),
    doubtfulIf((ratioOf(get('zoom')) ?? 1) < 0.5),
    doubtfulIf(/^\d/.test(get('line-clamp'))),
    doubtfulIf(['animation', 'animation-name'].some((name) => !/^(?:|none|initial|unset)$/.test(get(name)))),
    doubtfulIf((pixelsOf(get('letter-spacing')) ?? 0) < -3),
    doubtfulIf(
      (element.tagName === 'dialog' && attributeOf(element, 'open') === undefined) ||
        attributeOf(element, 'popover') !== undefined,
    ),
    doubtfulIf(attributeOf(element, 'inert') !== undefined),
    sightOfBox(css, element),
  ]);
};
