import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from '../html/elements.ts';
import { readStyle } from '../styles/css-rules.ts';
import type { Declaration, Rule } from '../styles/css-sheet.ts';
import type { Node } from '../styles/selecting/block-tree.ts';
import { comparisonOf, isSpent } from '../styles/selecting/comparison.ts';
import { type Match, matchesOf, selectorsOf } from '../styles/selecting/selectors.ts';
import { type OfClient, ofClient } from './clients.ts';
import { colourOfAttribute } from './colours.ts';
import { declarationsOf, type Reading } from './looked-at.ts';
import { holdsIn, type Situation, type Terms, waysToMeet } from './situations.ts';
import { sizeOfFont } from './sizes.ts';

/** What has to be so before a declaration applies; no ways: nothing has. */
export interface Condition {
  readonly ways: readonly Terms[];
}

/** A rule of a mail, with what its sheet asks for before any rule of it applies. */
export interface RuleOfMail extends Rule {
  readonly ofSheet: readonly string[];
}

/** A declaration that may apply to an element. */
export interface Applied extends Declaration {
  readonly when: Condition;
  readonly isInline: boolean;
  readonly weight: number;
  readonly order: number;
}

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

/** One for each set of conditions, so that looks are remembered by them. */
const oneForEach = (): ((conditions: readonly string[]) => Condition) => {
  const known = new Map<string, Condition>();
  return (conditions) => {
    const name = conditions.join(' and ');
    const condition = known.get(name) ?? { ways: waysToMeet(conditions) };
    known.set(name, condition);
    return condition;
  };
};
const conditionOfInline = /* @__PURE__ */ oneForEach();

/** What an element says of itself: attributes of old are beneath every sheet. */
export const ownOf = (element: Tree.Element, order: number, reading: Reading): readonly Applied[] => {
  const old = (property: string, value: string | undefined): readonly Applied[] =>
    value === undefined || value.trim() === ''
      ? []
      : [
          {
            property,
            written: property,
            value: value.trim().toLowerCase(),
            isImportant: false,
            when: conditionOfInline([]),
            isInline: false,
            weight: -1,
            order,
          },
        ];
  const colour = (name: string): string | undefined => {
    const written = attributeOf(element, name);
    return written === undefined ? undefined : colourOfAttribute(written);
  };
  const inline = declarationsOf(readStyle(attributeOf(element, 'style') ?? ''), reading);
  const picture = attributeOf(element, 'background');
  const size = element.tagName === 'font' ? attributeOf(element, 'size') : undefined;
  return [
    ...old('background-color', colour('bgcolor')),
    ...old('color', element.tagName === 'font' ? colour('color') : undefined),
    ...old('color', element.tagName === 'body' ? colour('text') : undefined),
    ...old('background-image', picture === undefined || picture.trim() === '' ? undefined : 'url()'),
    ...old('font-size', size === undefined ? undefined : sizeOfFont(size)),
    ...inline.map((each, index) => ({
      ...each,
      when: conditionOfInline(each.conditions),
      isInline: true,
      weight: 0,
      order: order + index,
    })),
  ];
};

/** Of two declarations of one property, the one that a browser takes. */
const isAbove = (one: Applied, other: Applied): boolean => {
  if (one.isImportant !== other.isImportant) return one.isImportant;
  if (one.isInline !== other.isInline) return one.isInline;
  return one.weight === other.weight ? one.order >= other.order : one.weight > other.weight;
};

/** These declarations, those that a browser takes before others behind them. */
export const inCascade = (applied: readonly Applied[]): readonly Applied[] =>
  applied.toSorted((one, other) => (isAbove(one, other) ? (isAbove(other, one) ? 0 : 1) : -1));

export const said = (applied: readonly Applied[], situation: Situation): ReadonlyMap<string, string> => {
  const top = new Map<string, Applied>();
  for (const each of applied) {
    if (!holdsIn(each.when.ways, situation)) continue;
    const before = top.get(each.property);
    if (before === undefined || isAbove(each, before)) top.set(each.property, each);
  }
  return new Map([...top].map(([property, { value }]) => [property, value]));
};

/** A selector as browsers read it, and as one client does where it is made for it. */
const readingsOf = (selector: string): readonly OfClient[] => {
  const client = ofClient(selector);
  const plain = { selector, conditions: [] };
  return client === undefined ? [plain] : [plain, client];
};

/** Of an element itself, whatever its reader does with it. */
const isAlwaysThere = ({ pseudoElement, isOnlyInUse, isOnlyInFocus }: Match): boolean =>
  pseudoElement === undefined && !isOnlyInUse && !isOnlyInFocus;

/** The declarations of sheets that may apply to these elements; `undefined`: there is too much to compare. */
export const appliedBySheets = (
  rules: readonly RuleOfMail[],
  nodes: ReadonlyMap<Tree.Element, Node>,
  elements: ReadonlySet<Tree.Element>,
  reading: Reading,
): ReadonlyMap<Node, readonly Applied[]> | undefined => {
  const conditionOf = oneForEach();
  const asked = [...elements].flatMap((element) => nodes.get(element) ?? []);
  const applied = new Map<Node, Applied[]>(asked.map((node) => [node, []]));
  const comparison = comparisonOf();
  for (const [order, rule] of rules.entries()) {
    const declarations = declarationsOf(rule.declarations, reading);
    if (declarations.length === 0) continue;
    for (const selector of selectorsOf(rule.selector)) {
      const weight = weightOf(selector);
      for (const each of readingsOf(selector)) {
        const all = [...rule.ofSheet, ...rule.conditions, ...each.conditions];
        const applying = declarations.map((said) => ({
          ...said,
          when: conditionOf([...all, ...said.conditions]),
          isInline: false,
          weight,
          order,
        }));
        for (const { node } of matchesOf(each.selector, asked, comparison).filter(isAlwaysThere))
          applied.get(node)?.push(...applying);
      }
      if (isSpent(comparison)) return undefined;
    }
  }
  return applied;
};
