import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readStyle } from '../styles/css-rules.ts';
import type { Declaration, Rule } from '../styles/css-sheet.ts';
import { partsOf } from '../styles/css-values.ts';
import type { Node } from '../styles/selecting/block-tree.ts';
import { comparisonOf, isSpent } from '../styles/selecting/comparison.ts';
import { matchesOf, selectorsOf } from '../styles/selecting/selectors.ts';
import { attributeOf } from '../styles/sheets-of-mail.ts';
import { OUTLOOK, ofClient } from './clients.ts';
import { colourOf } from './colours.ts';
import { holdsIn, type Situation, type Terms, waysToMeet } from './situations.ts';
import { isSize, sizeOfFont } from './sizes.ts';

/** What has to be so before a declaration applies; no ways: nothing has. */
export interface Condition {
  readonly ways: readonly Terms[];
}
const ALWAYS: Condition = { ways: [] };
const IN_OUTLOOK: Condition = { ways: waysToMeet([OUTLOOK]) };

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

/** What is looked at: no other declaration hides a link. */
const LOOKED_AT =
  /^(?:display|visibility|content-visibility|opacity|font|font-size|line-height|color|text-fill-color|background|background-color|background-image|overflow(?:-[xy])?|(?:max-)?(?:height|width|block-size|inline-size)|position|inset|top|right|bottom|left|clip|clip-path|mask(?:-image)?|transform|translate|scale|rotate|zoom|filter|text-indent|margin(?:-.*)?|letter-spacing|pointer-events|mix-blend-mode|z-index|line-clamp|animation(?:-name)?|mso-hide)$/;

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

/** What is behind words and cannot be read: a picture, colours that run into each other, colours of other kinds. */
const UNREAD_BEHIND = /^[\w-]+\(/;

const ofBackground = (declaration: Declaration): readonly Declaration[] => {
  const parts = partsOf(
    declaration.value
      .replaceAll(',', ' , ')
      .replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (all) => all.replaceAll(' , ', ',')),
  );
  const colour = parts.find((each) => colourOf(each) !== undefined);
  const unread = parts.filter((each) => colourOf(each) === undefined && UNREAD_BEHIND.test(each)).join(' ');
  const image = { ...declaration, property: 'background-image', value: unread === '' ? 'none' : unread };
  // A picture without a colour leaves the colour that is said elsewhere: it is seen until the picture is there.
  if (colour === undefined && unread !== '') return [image];
  return [{ ...declaration, property: 'background-color', value: colour ?? 'transparent' }, image];
};

/** What Outlook for Windows alone hides. */
const isOfOutlook = ({ written }: Declaration): boolean => written === 'mso-hide';

/** Shorthands by the properties that are looked at. */
const asLookedAt = (declaration: Declaration): readonly Declaration[] => {
  const { property, value } = declaration;
  if (property === 'mso-hide') return value === 'all' ? [{ ...declaration, property: 'display', value: 'none' }] : [];
  if (property === 'background') return ofBackground(declaration);
  if (property !== 'font' || AS_UNSAID.test(value))
    return [{ ...declaration, property: property === 'font' ? 'font-size' : property }];
  const parts = partsOf(value.replaceAll('/', ' / '));
  const [, height] = /\/\s*(\S+)/.exec(value) ?? [];
  return [
    { ...declaration, property: 'font-size', value: parts.find(isSize) ?? 'medium' },
    { ...declaration, property: 'line-height', value: height ?? 'normal' },
  ];
};

const declarationsOf = (declarations: readonly Declaration[]): readonly Declaration[] =>
  declarations.filter(({ property }) => LOOKED_AT.test(property)).flatMap(asLookedAt);

/** Values by which one property is given back or inherited: as if it were not said, for what is looked at. */
export const AS_UNSAID = /^(?:inherit|initial|unset|revert|revert-layer|currentcolor|auto)$/;

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
            when: ALWAYS,
            isInline: false,
            weight: -1,
            order,
          },
        ];
  const inline = declarationsOf(readStyle(attributeOf(element, 'style') ?? ''));
  const picture = attributeOf(element, 'background');
  const size = element.tagName === 'font' ? attributeOf(element, 'size') : undefined;
  return [
    ...old('background-color', attributeOf(element, 'bgcolor')),
    ...old('color', element.tagName === 'font' ? attributeOf(element, 'color') : undefined),
    ...old('color', element.tagName === 'body' ? attributeOf(element, 'text') : undefined),
    ...old('background-image', picture === undefined || picture.trim() === '' ? undefined : 'url()'),
    ...old('font-size', size === undefined ? undefined : sizeOfFont(size)),
    ...inline.map((each, index) => ({
      ...each,
      when: isOfOutlook(each) ? IN_OUTLOOK : ALWAYS,
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

export const said = (applied: readonly Applied[], situation: Situation): ReadonlyMap<string, string> => {
  const top = new Map<string, Applied>();
  for (const each of applied) {
    if (!holdsIn(each.when.ways, situation)) continue;
    const before = top.get(each.property);
    if (before === undefined || isAbove(each, before)) top.set(each.property, each);
  }
  return new Map([...top].map(([property, { value }]) => [property, value]));
};

/** The declarations of sheets that may apply to these elements; `undefined`: there is too much to compare. */
export const appliedBySheets = (
  rules: readonly RuleOfMail[],
  nodes: ReadonlyMap<Tree.Element, Node>,
  elements: ReadonlySet<Tree.Element>,
): ReadonlyMap<Node, readonly Applied[]> | undefined => {
  const conditions = new Map<string, Condition>();
  const conditionOf = (all: readonly string[]): Condition => {
    const name = all.join(' and ');
    const condition = conditions.get(name) ?? { ways: waysToMeet(all) };
    conditions.set(name, condition);
    return condition;
  };
  const asked = [...elements].flatMap((element) => nodes.get(element) ?? []);
  const applied = new Map<Node, Applied[]>(asked.map((node) => [node, []]));
  const comparison = comparisonOf();
  for (const [order, rule] of rules.entries()) {
    const declarations = declarationsOf(rule.declarations);
    if (declarations.length === 0) continue;
    for (const selector of selectorsOf(rule.selector)) {
      const weight = weightOf(selector);
      const client = ofClient(selector);
      for (const each of client === undefined
        ? [{ selector, conditions: [] }]
        : [{ selector, conditions: [] }, client]) {
        const all = [...rule.ofSheet, ...rule.conditions, ...each.conditions];
        const when = conditionOf(all);
        const inOutlook = conditionOf([...all, OUTLOOK]);
        for (const { node, pseudoElement, isOnlyInUse, isOnlyInFocus } of matchesOf(each.selector, asked, comparison))
          if (pseudoElement === undefined && !isOnlyInUse && !isOnlyInFocus)
            applied.get(node)?.push(
              ...declarations.map((said) => ({
                ...said,
                when: isOfOutlook(said) ? inOutlook : when,
                isInline: false,
                weight,
                order,
              })),
            );
      }
      if (isSpent(comparison)) return undefined;
    }
  }
  return applied;
};
