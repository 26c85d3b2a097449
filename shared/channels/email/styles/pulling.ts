import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Declaration } from './css-sheet.ts';
import { partsOf, pixelsOf, shareOf } from './css-values.ts';
import type { Node } from './selecting/block-tree.ts';

const ENDS = /^margin-(?:top|bottom|block|block-start|block-end)$/;

/** How far an end of a margin pulls up what follows it, in pixels; without end where that depends on a box or a window. */
const pullOf = (part: string | undefined): number => {
  if (part === undefined || !part.includes('-')) return 0;
  const pixels = pixelsOf(part);
  if (pixels !== undefined) return Math.max(0, -pixels);
  const share = shareOf(part);
  if (share !== undefined) return Math.max(0, -share * 1000);
  if (/^calc\(\d+% - \d{1,2}px\)$/.test(part)) return 0;
  return /^(?:calc|min|max|clamp|var|env)\(/.test(part) ? Number.POSITIVE_INFINITY : 0;
};

/** How far a declaration pulls up what follows its element, in pixels. */
export const pullOfDeclaration = ({ property, value }: Declaration): number => {
  const [top, right, bottom] = partsOf(value);
  if (property === 'margin') return pullOf(top) + pullOf(bottom ?? top);
  return ENDS.test(property) ? pullOf(top) + (property === 'margin-block' ? pullOf(right) : 0) : 0;
};

/** Elements to which margins above and below do nothing, unless a style makes boxes of them. */
const WITHOUT_MARGINS = new Set('td th tr tbody thead tfoot br head style title meta link script template'.split(' '));
export const hasMargins = (name: string): boolean => !WITHOUT_MARGINS.has(name);

const INLINE = new Set('a span b i u s em strong small big font label code abbr sub sup'.split(' '));
/** What margins above and below do nothing to as long as it is in a line. */
export const isInline = (name: string): boolean => INLINE.has(name);

/** What holds its margins within a table, unless a style makes something else of it. */
const CELLS = new Set('td th tr tbody thead tfoot table'.split(' '));
export const isOfCells = (name: string): boolean => CELLS.has(name);

/** Whether a declaration makes a box of what is in a line, or something else of a cell. */
export const makesBox = ({ property, value }: Declaration): boolean =>
  (property === 'display' && !/^(?:none|inline)$/.test(value)) ||
  (property === 'float' && value !== 'none') ||
  (property === 'position' && !/^(?:static|relative)$/.test(value));
/** The same of a `style` attribute. */
export const MAKES_BOXES = /display|float|position/i;

/** A cell is as high as nothing at least, whatever margins pull within it. */
export const isInCell = ({ parent }: Node): boolean =>
  parent !== undefined && (parent.name === 'td' || parent.name === 'th' || isInCell(parent));

/** Pixels by which the padding of the same rule makes up for a margin. */
export const pushOf = (declarations: readonly Declaration[]): number =>
  declarations.reduce(
    (push, { property, value }) =>
      property === 'padding-top' || property === 'padding-bottom' ? push + (pixelsOf(value) ?? 0) : push,
    0,
  );

/** Pixels between the beginning of our block and its link, at least. */
const WITHIN_BLOCK = 60;
/** Pixels that a line of a mail takes at least, columns counted. */
const LINE = 8;
/** What designs that overlap a little need; longer mails could bear more. */
const MOST_PULL = 200;
const OF_LINES = new Set('p h1 h2 h3 h4 h5 h6 li dt dd blockquote pre div td th caption center'.split(' '));

const hasLineOfItsOwn = (element: Tree.Element): boolean =>
  OF_LINES.has(element.tagName) &&
  element.childNodes.some((child) => child.nodeName === '#text' && 'value' in child && child.value.trim() !== '');

/**
 * Pixels by which all margins of a mail together may pull up what follows them: as far as its lines are surely high, and what
 * of our block is before its link.
 */
export const mostPull = (elements: readonly Tree.Element[]): number =>
  Math.min(MOST_PULL, WITHIN_BLOCK + LINE * elements.filter(hasLineOfItsOwn).length);
