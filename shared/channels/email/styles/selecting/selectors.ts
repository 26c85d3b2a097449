import { parse, type Selector } from 'css-what';
import { answerOf } from './answers.ts';
import { MAYBE } from './attributes.ts';
import type { Node } from './block-tree.ts';
import { begin, type Comparison, comparisonOf, isSpent } from './comparison.ts';

/** How a rule may apply to an element: to itself, or to what it generates. */
export interface Match {
  readonly node: Node;
  /** `before`, `after`, `first-line` …; `undefined`: the element itself. */
  readonly pseudoElement: string | undefined;
  /** It applies only while a pointer is over something, or once the reader has followed the link. */
  readonly isOnlyInUse: boolean;
  /** It applies only while the keyboard is on something. */
  readonly isOnlyInFocus: boolean;
}

const PARTS_OF_OLD = new Set(['before', 'after', 'first-line', 'first-letter']);
const IN_USE = new Set(['hover', 'active', 'visited']);
const IN_FOCUS = new Set(['focus', 'focus-visible', 'focus-within']);

const namesOneOf = (tokens: readonly Selector[], names: ReadonlySet<string>): boolean =>
  tokens.some((token) => token.type === 'pseudo' && names.has(token.name.toLowerCase()));

const pseudoElementOf = (tokens: readonly Selector[]): string | undefined => {
  const last = tokens.findLast(
    (token) => token.type === 'pseudo-element' || (token.type === 'pseudo' && PARTS_OF_OLD.has(token.name)),
  );
  return last !== undefined && 'name' in last ? last.name.toLowerCase() : undefined;
};

/** Characters of one selector that is still read: longer ones, made of nested ones, may apply to all. */
export const LONGEST_SELECTOR = 5000;

const parsed = (selector: string): Selector[][] | undefined => {
  if (selector.length > LONGEST_SELECTOR) return undefined;
  try {
    return parse(selector);
  } catch {
    return undefined;
  }
};

const BRACKETS: Readonly<Record<string, number>> = { '(': 1, '[': 1, ')': -1, ']': -1 };
/** The selectors of a list: each is parsed alone, since the time that parsing takes grows with the square of the length. */
export const selectorsOf = (list: string): readonly string[] => {
  const selectors: string[] = [];
  let [from, depth] = [0, 0];
  for (const { 0: piece, index } of list.matchAll(PIECE)) {
    depth += BRACKETS[piece] ?? 0;
    if (piece !== ',' || depth > 0) continue;
    selectors.push(list.slice(from, index));
    from = index + 1;
  }
  return [...selectors, list.slice(from)];
};
/** What is escaped or quoted is no sign of its own. */
const PIECE = /\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[()[\],]/gs;

/** No browser takes them for a selector: the rule is dropped. */
const NO_SELECTOR = /[{}<;!@]|^\s*$|^\d|,\s*$/;

/**
 * The elements to which a selector may apply, of those given. What cannot be known beforehand counts as met: states, values
 * that differ from reader to reader. A selector that cannot be read may apply to all. Once the comparison is spent, none.
 */
export const matchesOf = (selector: string, nodes: readonly Node[], comparison = comparisonOf()): readonly Match[] => {
  if (NO_SELECTOR.test(selector.replaceAll(/\\.|"[^"]*"|'[^']*'/gs, 'x'))) return [];
  const matches = selectorsOf(selector).flatMap((each) => matchesOfOne(each, nodes, comparison));
  return isSpent(comparison) ? [] : matches;
};

const matchesOfOne = (selector: string, nodes: readonly Node[], comparison: Comparison): readonly Match[] => {
  if (isSpent(comparison)) return [];
  begin(comparison, selector);
  const list = parsed(selector);
  if (list === undefined)
    return nodes.map((node) => ({ node, pseudoElement: undefined, isOnlyInUse: false, isOnlyInFocus: false }));
  return list.flatMap((tokens) => {
    const pseudoElement = pseudoElementOf(tokens);
    const isOnlyInUse = namesOneOf(tokens, IN_USE);
    const isOnlyInFocus = namesOneOf(tokens, IN_FOCUS);
    return nodes
      .filter((node) => answerOf(comparison, tokens, tokens.length, node) >= MAYBE)
      .map((node) => ({ node, pseudoElement, isOnlyInUse, isOnlyInFocus }));
  });
};
