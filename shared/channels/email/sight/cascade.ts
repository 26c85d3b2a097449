import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readStyle } from '../styles/css-rules.ts';
import type { Declaration, Rule } from '../styles/css-sheet.ts';
import { partsOf } from '../styles/css-values.ts';
import type { Node } from '../styles/selecting/block-tree.ts';
import { comparisonOf, isSpent } from '../styles/selecting/comparison.ts';
import { matchesOf, selectorsOf } from '../styles/selecting/selectors.ts';
import { attributeOf } from '../styles/sheets-of-mail.ts';
import { colourOf } from './colours.ts';

/** A declaration that may apply to an element. */
interface Applied extends Declaration {
  /** Of the `@media` and the like around it; empty: none. */
  readonly condition: string;
  readonly isInline: boolean;
  readonly weight: number;
  readonly order: number;
}

/** What is looked at: no other declaration hides a link. */
const LOOKED_AT =
  /^(?:display|visibility|content-visibility|opacity|font|font-size|color|text-fill-color|background|background-color|overflow(?:-[xy])?|(?:max-)?(?:height|width|block-size|inline-size)|position|inset|top|right|bottom|left|clip|clip-path|mask(?:-image)?|transform|translate|scale|rotate|zoom|filter|text-indent|margin(?:-.*)?|letter-spacing|pointer-events|mix-blend-mode|z-index|line-clamp|animation(?:-name)?|mso-hide)$/;

/** How much a selector weighs: ids, then classes and the like, then names. */
const weightOf = (selector: string): number => {
  const plain = selector.replaceAll(/:where\([^()]*\)|"[^"]*"|'[^']*'/g, '');
  const count = (pattern: RegExp): number => plain.match(pattern)?.length ?? 0;
  return (
    count(/#[\w-]/g) * 10_000 + count(/\.[\w-]|\[|(?<!:):(?!:|not|is|has)[\w-]/g) * 100 + count(/(?<![\w.#:[-])[a-z]/gi)
  );
};

export const isHeld = ({ within, selector }: Rule): boolean =>
  !(within.includes('print') || within.includes('keyframes') || selector.startsWith('@'));

/** What a value of one property says of a colour; a picture without one says nothing. */
const backgroundIn = (value: string): string | undefined => partsOf(value).find((part) => colourOf(part) !== undefined);

/** Shorthands by the one property that is looked at. */
const asLookedAt = (declaration: Declaration): Declaration => {
  const { property, value } = declaration;
  if (property === 'background')
    return { ...declaration, property: 'background-color', value: backgroundIn(value) ?? 'transparent' };
  if (property !== 'font') return declaration;
  const size = partsOf(value).find((part) => /^[\d.]+(?:px|pt|em|rem|%)$/.test(part));
  return { ...declaration, property: 'font-size', value: size ?? 'medium' };
};

const declarationsOf = (rule: Rule): readonly Declaration[] =>
  rule.declarations.filter(({ property }) => LOOKED_AT.test(property)).map(asLookedAt);

/** What an element says of itself: attributes of old are beneath every sheet. */
export const ownOf = (element: Tree.Element, order: number): readonly Applied[] => {
  const old = (property: string, value: string | undefined): readonly Applied[] =>
    value === undefined
      ? []
      : [
          {
            property,
            written: property,
            value: value.trim().toLowerCase(),
            isImportant: false,
            condition: '',
            isInline: false,
            weight: -1,
            order,
          },
        ];
  const inline = readStyle(attributeOf(element, 'style') ?? '')
    .filter(({ property }) => LOOKED_AT.test(property))
    .map(asLookedAt);
  return [
    ...old('background-color', attributeOf(element, 'bgcolor')),
    ...old('color', element.tagName === 'font' ? attributeOf(element, 'color') : undefined),
    ...old('color', element.tagName === 'body' ? attributeOf(element, 'text') : undefined),
    ...inline.map((each, index) => ({ ...each, condition: '', isInline: true, weight: 0, order: order + index })),
  ];
};

/** Of two declarations of one property, the one that a browser takes. */
const isAbove = (one: Applied, other: Applied): boolean => {
  if (one.isImportant !== other.isImportant) return one.isImportant;
  if (one.isInline !== other.isInline) return one.isInline;
  return one.weight === other.weight ? one.order >= other.order : one.weight > other.weight;
};

/** Values by which one property is given back or inherited: as if it were not said, for what is looked at. */
export const AS_UNSAID = /^(?:inherit|initial|unset|revert|revert-layer|currentcolor|auto)$/;

/** The conditions under which a mail is looked at: none, one of them, or all at once. */
export const ALL = '*';
const holds = (condition: string, situation: string): boolean =>
  condition === '' || situation === ALL || condition === situation;

export const said = (applied: readonly Applied[], situation: string): ReadonlyMap<string, string> => {
  const top = new Map<string, Applied>();
  for (const each of applied) {
    if (!holds(each.condition, situation)) continue;
    const before = top.get(each.property);
    if (before === undefined || isAbove(each, before)) top.set(each.property, each);
  }
  return new Map([...top].map(([property, { value }]) => [property, value]));
};

/** The declarations of sheets that may apply to these elements; `undefined`: there is too much to compare. */
export const appliedBySheets = (
  rules: readonly Rule[],
  nodes: ReadonlyMap<Tree.Element, Node>,
  elements: ReadonlySet<Tree.Element>,
): ReadonlyMap<Node, readonly Applied[]> | undefined => {
  const asked = [...elements].flatMap((element) => nodes.get(element) ?? []);
  const applied = new Map<Node, Applied[]>(asked.map((node) => [node, []]));
  const comparison = comparisonOf();
  for (const [order, rule] of rules.entries()) {
    const declarations = declarationsOf(rule);
    if (declarations.length === 0) continue;
    for (const selector of selectorsOf(rule.selector)) {
      const weight = weightOf(selector);
      for (const { node, pseudoElement, isOnlyInUse, isOnlyInFocus } of matchesOf(selector, asked, comparison))
        if (pseudoElement === undefined && !isOnlyInUse && !isOnlyInFocus)
          applied.get(node)?.push(
            ...declarations.map((each) => ({
              ...each,
              condition: rule.conditions.join(' and '),
              isInline: false,
              weight,
              order,
            })),
          );
      if (isSpent(comparison)) return undefined;
    }
  }
  return applied;
};
