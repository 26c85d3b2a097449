import type { Declaration } from './css-sheet.ts';
import type { Node } from './selecting/block-tree.ts';

/*
 * Many declarations do nothing by themselves: `left` where nothing is positioned, `overflow` where nothing limits a box. They
 * count where another declaration, of any rule that may apply too, makes them work.
 */

const INSET = /^(?:top|right|bottom|left|inset(?:-.*)?|clip)$/;
const OVERFLOW = /^overflow/;
/** What does nothing to an inline box. */
const OF_BOXES =
  /^(?:transform|translate|rotate|scale|offset.*|overflow.*|contain.*|(?:min-)?(?:width|inline-size)|(?:min-|max-)?(?:height|block-size)|margin-(?:top|bottom|block.*)|text-indent|writing-mode|column.*|transform-style)$/;
/** What does nothing to tables, rows and what is inline; a cell takes it. */
const OF_CONTAINERS = /^(?:contain|container.*|content-visibility)$/;
const INLINE = new Set(['a', 'font']);

/** What may put all of a page below what it generates beside its body. */
const STACKS =
  /^(?:z-index|isolation|will-change|opacity|perspective|contain.*|filter|transform.*|translate|rotate|scale|mix-blend-mode|view-transition-name|mask.*|clip-path)$/;

const partOf = ({ part }: Node): string => (part === 'root' ? 'page' : 'block');

/** Elements of ours within declare them again, or they do nothing to tables and rows: only these take them. */
const TAKEN_BY: Readonly<Record<string, readonly string[]>> = {
  'pointer-events': ['font'],
  'user-modify': ['a', 'font'],
  'text-combine-upright': ['font'],
  'text-indent': ['td', 'a', 'font'],
  'vertical-align': ['a', 'font'],
  'unicode-bidi': ['td', 'a', 'font'],
  'writing-mode': ['td', 'a', 'font'],
  columns: ['td', 'a', 'font'],
  'column-width': ['td', 'a', 'font'],
  'column-count': ['td', 'a', 'font'],
};
/** Whether an element of ours shows what it inherits or takes from a declaration. */
export const isTakenBy = ({ property, value }: Declaration, { name, part }: Node): boolean => {
  if (property === 'visibility' && value === 'hidden') return INLINE.has(name);
  if (property === 'all') return part === 'text';
  return TAKEN_BY[property]?.includes(name) ?? true;
};

/** What a declaration about the box of an element needs: that it is a box, has a size, or a place of its own. */
const needOfBox = ({ property, value }: Declaration, node: Node): string | undefined => {
  if (INLINE.has(node.name) && OF_BOXES.test(property)) return 'block boxed';
  if (INSET.test(property))
    return node.name === 'table' && property !== 'clip' ? undefined : `${partOf(node)} positioned`;
  if (OVERFLOW.test(property) && node.part !== 'root') return 'block sized';
  if (node.part !== 'root' && node.name !== 'td' && OF_CONTAINERS.test(property)) return 'block boxed';
  return property === 'contain' && !/strict|var/.test(value) ? `${partOf(node)} sized` : undefined;
};

/** What takes our table from above the rest of the page, where something covers it. */
const givesWay = ({ property, value }: Declaration): boolean => {
  if (property === 'position') return value === 'static';
  // Below zero it is behind its body, which then answers in the place of its links.
  return property === 'z-index' && /^(?:\d+|auto|[a-z-]+)$/.test(value);
};

/** What these need wherever they are. */
const NEEDS: ReadonlyMap<string, string> = new Map([
  ['scroll-snap-type', 'snaps'],
  ['flex-direction', 'page flexible'],
  ['flex-flow', 'page flexible'],
]);

/** What a declaration needs to do anything to an element; `undefined`: nothing. */
export const needOf = (declaration: Declaration, node: Node): string | undefined => {
  const { property, value } = declaration;
  const ofBox = needOfBox(declaration, node);
  if (ofBox !== undefined) return ofBox;
  if (node.name === 'table' && givesWay(declaration)) return 'overlays';
  if (property === 'display' && node.part === 'root' && value === 'grid') return 'in a grid';
  return NEEDS.get(property);
};

/** What says where the parts of a grid are, or how large: without it each is in a row of its own. */
export const arrangesGrid = ({ property }: Declaration): boolean =>
  /^(?:grid|place|justify|align|order)\b/.test(property);

/** What a declaration gives to others: the counterpart of `needOf`. */
export const giftsOf = ({ property, value }: Declaration, node: Node): readonly string[] => {
  const name = property;
  // What is taken out of the flow leaves the boxes around it without the height that it had.
  if (name === 'position')
    return value === 'static' ? [] : [`${partOf(node)} positioned`, ...(value === 'absolute' ? ['block sized'] : [])];
  if (name === 'scroll-snap-align') return ['snaps'];
  if (name === 'display' && node.part === 'root') return /flex|box/.test(value) ? ['page flexible'] : [];
  // What is written in another direction than the line around it is a box in that line (CSS Writing Modes 4, 3.2).
  if (name === 'display' || name === 'float' || name === 'writing-mode') return ['block boxed'];
  if (/^contain/.test(name) && value.includes('size')) return [`${partOf(node)} sized`];
  if (node.part === 'root' && STACKS.test(name)) return ['page stacked'];
  return /^(?:max-)?(?:width|height|inline-size|block-size)$/.test(name) ? [`${partOf(node)} sized`] : [];
};
