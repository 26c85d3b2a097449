import { isTraversal, parse, type Selector } from 'css-what';
import type { Node } from './block-tree.ts';

/** How a rule may apply to an element: to itself, or to what it generates. */
export interface Match {
  readonly node: Node;
  /** `before`, `after`, `first-line` …; `undefined`: the element itself. */
  readonly pseudoElement: string | undefined;
  /** It applies only while a pointer is over something. */
  readonly isUnderPointer: boolean;
}

const PARTS_OF_OLD = new Set(['before', 'after', 'first-line', 'first-letter']);
/** Never true of a page, a body, or an element of ours: what they say is of fields, of shadow trees, or of players. */
const NEVER = new Set(
  'checked disabled enabled required optional valid invalid in-range out-of-range read-write placeholder-shown default indeterminate autofill user-valid user-invalid host host-context open popover-open modal fullscreen playing paused picture-in-picture muted'.split(
    ' ',
  ),
);
const ONE_OF = new Set(['is', 'where', 'matches', 'any']);
const OF_POINTERS = new Set(['hover', 'active']);
const OF_LINKS = new Set(['link', 'any-link', 'visited']);

/** Whether a value that is known, or not, may answer an attribute selector. Case makes no difference. */
const mayEqual = (value: string | undefined, { name, action, value: wanted }: AttributeSelector): boolean => {
  if (action === 'exists' || action === 'not') return true;
  const asked = wanted.toLowerCase();
  if (value === undefined) return name !== 'href' || action !== 'start' || 'https:'.startsWith(asked.slice(0, 6));
  const known = value.toLowerCase();
  if (asked === '' && action !== 'equals') return false;
  if (action === 'equals') return known === asked;
  if (action === 'element') return known.split(/\s+/).includes(asked);
  if (action === 'hyphen') return known === asked || known.startsWith(`${asked}-`);
  if (action === 'start') return known.startsWith(asked);
  return action === 'end' ? known.endsWith(asked) : known.includes(asked);
};
type AttributeSelector = Extract<Selector, { type: 'attribute' }>;

const isList = (data: unknown): data is Selector[][] => Array.isArray(data);

/** True where it certainly matches: what it negates then certainly does not. */
const surely = (list: readonly (readonly Selector[])[], node: Node): boolean =>
  list.some((compound) =>
    compound.every((token) => {
      if (token.type === 'universal') return true;
      if (token.type === 'tag') return token.name.toLowerCase() === node.name;
      if (token.type !== 'attribute') return token.type === 'pseudo' && token.name === 'root' && node.name === 'html';
      const value = node.attributes.get(token.name.toLowerCase());
      if (!node.attributes.has(token.name.toLowerCase())) return false;
      return token.action === 'exists' || (value !== undefined && mayEqual(value, token));
    }),
  );

const mayBe = (token: Selector, node: Node): boolean => {
  switch (token.type) {
    case 'tag':
      return token.name.toLowerCase() === node.name;
    case 'attribute': {
      const name = token.name.toLowerCase();
      if (!node.attributes.has(name)) return token.action === 'not';
      return mayEqual(node.attributes.get(name), token);
    }
    case 'pseudo': {
      const name = token.name.toLowerCase().replace(/^-\w+-/, '');
      if (name === 'root') return node.name === 'html';
      if (OF_LINKS.has(name)) return node.name === 'a';
      if (name === 'not') return !isList(token.data) || !surely(token.data, node);
      if (ONE_OF.has(name)) return !isList(token.data) || token.data.some((each) => mayMatch(each, each.length, node));
      return !NEVER.has(name);
    }
    default:
      return true;
  }
};

/** Neither a head nor elements of ours have them. */
const NAMED = new Set(['class', 'id']);

/** Whether `tokens` up to `end` may select an element that comes before this one under its parent. */
const mayComeBefore = (tokens: readonly Selector[], end: number, { before }: Node): boolean => {
  let from = end;
  while (from > 0 && !isTraversal(tokens[from - 1] as Selector)) from -= 1;
  const compound = tokens.slice(from, end);
  const isNamed = compound.some((token) => token.type === 'attribute' && NAMED.has(token.name));
  const tag = compound.find((token) => token.type === 'tag')?.name.toLowerCase();
  return before.some((each) =>
    typeof each === 'string' ? !isNamed && (tag ?? each) === each : mayMatch(tokens, end, each),
  );
};

/** Whether the first `end` tokens of a selector may match an element: read from right to left, in doubt yes. */
const mayMatch = (tokens: readonly Selector[], end: number, node: Node): boolean => {
  let at = end - 1;
  for (; at >= 0; at -= 1) {
    const token = tokens[at] as Selector;
    if (isTraversal(token)) break;
    if (!mayBe(token, node)) return false;
  }
  if (at <= 0) return true;
  const combinator = tokens[at]?.type;
  if (combinator === 'child') return node.parent !== undefined && mayMatch(tokens, at, node.parent);
  if (combinator !== 'descendant') return mayComeBefore(tokens, at, node);
  for (let above = node.parent; above !== undefined; above = above.parent) if (mayMatch(tokens, at, above)) return true;
  return false;
};

const pseudoElementOf = (tokens: readonly Selector[]): string | undefined => {
  const last = tokens.findLast(
    (token) => token.type === 'pseudo-element' || (token.type === 'pseudo' && PARTS_OF_OLD.has(token.name)),
  );
  return last !== undefined && 'name' in last ? last.name.toLowerCase() : undefined;
};

const parsed = (selector: string): Selector[][] | undefined => {
  try {
    return parse(selector);
  } catch {
    return undefined;
  }
};

/** No browser takes them for a selector: the rule is dropped. */
const NO_SELECTOR = /[{}<;!@]|^\s*$|^\d|,\s*$/;

/**
 * The elements to which a selector may apply, of those given. What cannot be known beforehand counts as met: states, positions
 * among siblings, `:has()`, siblings of the author. A selector that cannot be read may apply to all.
 */
export const matchesOf = (selector: string, nodes: readonly Node[]): readonly Match[] => {
  if (NO_SELECTOR.test(selector.replaceAll(/\\.|"[^"]*"|'[^']*'/gs, 'x'))) return [];
  const list = parsed(selector);
  if (list === undefined) return nodes.map((node) => ({ node, pseudoElement: undefined, isUnderPointer: false }));
  return list.flatMap((tokens) => {
    const pseudoElement = pseudoElementOf(tokens);
    const isUnderPointer = tokens.some((token) => token.type === 'pseudo' && OF_POINTERS.has(token.name.toLowerCase()));
    return nodes
      .filter((node) => mayMatch(tokens, tokens.length, node))
      .map((node) => ({ node, pseudoElement, isUnderPointer }));
  });
};
