import type { Declaration, Rule } from './css-sheet.ts';
import { partsOf, pixelsOf } from './css-values.ts';
import { HIDES_FROM_ITS_START, HIDES_FROM_WITHIN } from './hiding-generated.ts';
import { HIDES_PAGE, HIDES_TEXT, isHiding } from './hiding-tables.ts';
import type { Node } from './selecting/block-tree.ts';

const rulesInColumns = new WeakMap<Rule, boolean>();
const isInColumn = (rule: Rule): boolean => {
  const known = rulesInColumns.get(rule);
  if (known !== undefined) return known;
  const is = rule.declarations.some(({ property, value }) => /^flex-/.test(property) && /column|\bwrap\b/.test(value));
  rulesInColumns.set(rule, is);
  return is;
};
/** A row puts the block beside the mail; a column, and rows that wrap, do not. */
const isStacked = (rule: Rule, { property, value }: Declaration): boolean =>
  property === 'display' && /^(?:-webkit-)?(?:inline-)?flex$/.test(value) && isInColumn(rule);

export const hidesPage = (rule: Rule, declaration: Declaration): boolean =>
  isHiding(declaration, HIDES_PAGE) && !isStacked(rule, declaration);

/** What a page that is not seen to its right, or that runs from right to left, may not be wider than: a phone. */
const PHONE = 375;
export const isWide = ({ property, value }: Declaration): boolean =>
  /^(?:min-)?(?:width|inline-size)$/.test(property) && (pixelsOf(value) ?? 0) > PHONE;
export const cutsRight = ({ property, value }: Declaration): boolean =>
  (/^overflow(?:-x|-inline)?$/.test(property) && /^(?:hidden|clip)$/.test(partsOf(value)[0] ?? '')) ||
  (property === 'direction' && value === 'rtl');

/**
 * What the page and its body generate is below our block, which has the highest place, unless it has that place too and
 * comes later; what the page generates may be above its whole body.
 */
export const isAboveAll = ({ property, value }: Declaration): boolean => {
  return property === 'z-index' && value !== 'auto' && !(Math.abs(Number(value)) < 2 ** 31 - 1);
};

export const isPositioned = ({ property, value }: Declaration): boolean =>
  property === 'position' && value !== 'static';

/** Something is generated. */
export const isContent = ({ property, value }: Declaration): boolean =>
  property === 'content' && value !== 'none' && value !== 'normal';

export const isAnimation = ({ property, value }: Declaration): boolean =>
  /^animation(?:-name)?$/.test(property) && value !== 'none';

/** The table of our block is above overlays by its place and its position. */
export const sinks = ({ property, value }: Declaration, { name }: Pick<Node, 'name'>): boolean =>
  name === 'table' && (property === 'z-index' || (property === 'position' && value === 'static'));

/** What may put an element over another. */
export const isOverlaying = ({ property, value }: Declaration): boolean =>
  (property === 'position' && value !== 'static') ||
  (/^margin/.test(property) && value.includes('-')) ||
  /^(?:transform|translate|scale)$/.test(property);

/** What does nothing by itself and makes other declarations work. */
const MAKES_OTHERS_WORK =
  /^(?:content|z-index|position|display|float|scroll-snap-align|(?:max-)?(?:width|height|inline-size|block-size)|animation(?:-name)?|font-family|isolation|will-change|opacity|perspective|contain.*|filter|transform.*|translate|rotate|scale|mix-blend-mode|view-transition-name)$/;

/** Only what can do something, alone or with another declaration, is compared with the elements of ours. */
export const mayMatter = (declaration: Declaration): boolean =>
  isHiding(declaration, HIDES_PAGE) ||
  isHiding(declaration, HIDES_TEXT, { takesBack: false }) ||
  isHiding(declaration, HIDES_FROM_WITHIN) ||
  isHiding(declaration, HIDES_FROM_ITS_START) ||
  isWide(declaration) ||
  cutsRight(declaration) ||
  MAKES_OTHERS_WORK.test(declaration.property);
