import { isTraversal, type Selector } from 'css-what';
import { type Answer, hasAttribute, isInLanguage, known, MAYBE, NEVER, NO, runsTo, YES } from './attributes.ts';
import type { Node } from './block-tree.ts';
import { isAtPosition } from './positions.ts';

const either = (one: Answer, other: Answer): Answer => (one > other ? one : other);
const both = (one: Answer, other: Answer): Answer => (one < other ? one : other);
const not = (answer: Answer): Answer => (2 - answer) as Answer;

const ONE_OF = new Set(['is', 'where', 'matches', 'any']);
const OF_LINKS = new Set(['link', 'any-link', 'visited']);

type List = readonly (readonly Selector[])[];
const isList = (data: unknown): data is List => Array.isArray(data);

/** Elements and characters of selectors that are read for one mail; one of 100 KB with the usual sheets needs a tenth of it. */
const MOST = 1_000_000;
/** Parts of a selector around parts of it. */
const DEEPEST = 500;

/**
 * What was compared of one mail so far: each part of a selector with each element once at most. What may be read is limited, so that
 * no mail keeps whoever reads its styles busy: past that, `isSpent`, and every answer is in doubt.
 */
export interface Comparison {
  /** False where links will be put among the elements of the author, so that the positions of elements are in doubt. */
  readonly isWhole: boolean;
  left: number;
  depth: number;
  /** Of the selector that is compared now. */
  answers: Map<readonly Selector[], Map<string, Map<Node, Answer>>>;
}

export const comparisonOf = (isWhole = true): Comparison => ({ isWhole, left: MOST, depth: 0, answers: new Map() });

export const isSpent = ({ left }: Comparison): boolean => left < 0;

/** Begins to compare another selector. */
export const begin = (comparison: Comparison, selector: string): void => {
  comparison.answers = new Map();
  comparison.left -= selector.length;
};

/** Whether the first `end` tokens of a selector apply to an element. */
export const answerOf = (comparison: Comparison, tokens: readonly Selector[], end: number, node: Node): Answer => {
  if (isTooMuch(comparison)) return MAYBE;
  const kept = keptOf(comparison, tokens, end, 'itself');
  const before = kept.get(node);
  if (before !== undefined) return before;
  comparison.left -= 1;
  comparison.depth += 1;
  const answer = readCompound(comparison, tokens, end, node);
  comparison.depth -= 1;
  kept.set(node, answer);
  return answer;
};

const isTooMuch = (comparison: Comparison): boolean => isSpent(comparison) || comparison.depth > DEEPEST;

/** Answers that are known of so many tokens of a list: of elements themselves, of those before them, of those within. */
const keptOf = (
  comparison: Comparison,
  tokens: readonly Selector[],
  end: number,
  of: 'itself' | 'before' | 'within',
): Map<Node, Answer> => {
  const ofTokens = comparison.answers.get(tokens) ?? new Map<string, Map<Node, Answer>>();
  comparison.answers.set(tokens, ofTokens);
  const kept = ofTokens.get(`${of} ${end}`) ?? new Map<Node, Answer>();
  ofTokens.set(`${of} ${end}`, kept);
  return kept;
};

const readCompound = (comparison: Comparison, tokens: readonly Selector[], end: number, node: Node): Answer => {
  let [at, compound]: [number, Answer] = [end - 1, YES];
  for (; at >= 0 && compound !== NO; at -= 1) {
    const token = tokens[at] as Selector;
    if (isTraversal(token)) break;
    compound = both(compound, answerOfToken(comparison, token, node));
  }
  // A selector within `:has()` begins with how it continues.
  if (at <= 0 || compound === NO) return compound;
  return both(compound, answerAround(comparison, tokens, at, node));
};

/** Whether what is before a combinator applies to an element that is so to this one. */
const answerAround = (comparison: Comparison, tokens: readonly Selector[], at: number, node: Node): Answer => {
  const { parent, position, siblings } = node;
  switch (tokens[at]?.type) {
    case 'child':
      return parent === undefined ? NO : answerOf(comparison, tokens, at, parent);
    case 'descendant': {
      let answer: Answer = NO;
      for (let above = parent; above !== undefined && answer !== YES; above = above.parent)
        answer = either(answer, answerOf(comparison, tokens, at, above));
      return answer;
    }
    case 'adjacent': {
      const previous = siblings[position - 1];
      return inDoubt(comparison, previous === undefined ? NO : answerOf(comparison, tokens, at, previous), node);
    }
    case 'sibling':
      return inDoubt(comparison, answerBefore(comparison, tokens, at, node), node);
    default:
      return MAYBE;
  }
};

/** The best answer of the siblings before an element. */
const answerBefore = (
  comparison: Comparison,
  tokens: readonly Selector[],
  at: number,
  { siblings, position }: Node,
): Answer => {
  const kept = keptOf(comparison, tokens, at, 'before');
  if (isTooMuch(comparison)) return MAYBE;
  let from = position;
  while (from > 0 && !kept.has(siblings[from] as Node)) from -= 1;
  let answer = kept.get(siblings[from] as Node) ?? NO;
  for (; from < position; from += 1) {
    answer = either(answer, answerOf(comparison, tokens, at, siblings[from] as Node));
    kept.set(siblings[from + 1] as Node, answer);
  }
  return answer;
};

/** The best answer of the elements within one. */
const answerWithin = (comparison: Comparison, tokens: readonly Selector[], node: Node): Answer => {
  const kept = keptOf(comparison, tokens, tokens.length, 'within');
  const before = kept.get(node);
  if (before !== undefined) return before;
  if (isTooMuch(comparison)) return MAYBE;
  let answer: Answer = NO;
  for (const child of node.children)
    if (answer !== YES)
      answer = either(
        either(answer, answerOf(comparison, tokens, tokens.length, child)),
        answerWithin(comparison, tokens, child),
      );
  kept.set(node, answer);
  return answer;
};

/** Among what links of ours may be put into, `no` is not certain, and neither is `yes`. */
const inDoubt = (comparison: Comparison, answer: Answer, { parent }: Node): Answer => {
  return !comparison.isWhole && (parent?.part === 'author' || parent?.name === 'body') ? MAYBE : answer;
};

const answerOfToken = (comparison: Comparison, token: Selector, node: Node): Answer => {
  switch (token.type) {
    case 'tag':
      return known(token.name.toLowerCase() === node.name);
    case 'attribute':
      return hasAttribute(node, token);
    case 'pseudo':
      return answerOfPseudo(comparison, token.name.toLowerCase().replace(/^-\w+-/, ''), token.data, node);
    case 'universal':
      return YES;
    default:
      return MAYBE;
  }
};

const answerOfPseudo = (comparison: Comparison, name: string, data: string | List | null, node: Node): Answer => {
  if (name === 'root') return known(node.name === 'html');
  if (OF_LINKS.has(name)) return node.name === 'a' && node.attributes.has('href') ? MAYBE : NO;
  if (name === 'not') return isList(data) ? not(answerOfList(comparison, data, node)) : MAYBE;
  if (ONE_OF.has(name)) return isList(data) ? answerOfList(comparison, data, node) : MAYBE;
  if (name === 'has') return isList(data) ? answerOfHas(comparison, data, node) : MAYBE;
  if (name === 'lang') return typeof data === 'string' ? isInLanguage(data, node) : MAYBE;
  if (name === 'dir') return typeof data === 'string' ? runsTo(data, node) : MAYBE;
  if (name === 'empty') return node.part === 'author' ? MAYBE : NO;
  const isThere = isAtPosition(name, typeof data === 'string' ? data : '', node);
  if (isThere !== undefined) return inDoubt(comparison, known(isThere), node);
  return node.part !== 'author' && NEVER.has(name) ? NO : MAYBE;
};

const answerOfList = (comparison: Comparison, list: List, node: Node): Answer =>
  list.reduce<Answer>((answer, each) => either(answer, answerOf(comparison, each, each.length, node)), NO);

/** What is more than one element below or beside is asked without what is around it: in doubt, it is there. */
const answerOfHas = (comparison: Comparison, list: List, node: Node): Answer =>
  list.reduce<Answer>((answer, tokens) => {
    const [first] = tokens;
    if (first === undefined || first.type === 'adjacent' || first.type === 'sibling') return either(answer, MAYBE);
    const isChild = first.type === 'child';
    const isOne = !tokens.slice(1).some(isTraversal);
    const found =
      isChild && isOne
        ? node.children.reduce<Answer>(
            (so, child) => either(so, answerOf(comparison, tokens, tokens.length, child)),
            NO,
          )
        : answerWithin(comparison, tokens, node);
    return either(answer, comparison.isWhole && (isOne || found === NO) ? found : MAYBE);
  }, NO);
