import { isTraversal, type Selector } from 'css-what';
import {
  type Answer,
  answerByItself,
  hasAttribute,
  isInLanguage,
  known,
  MAYBE,
  NO,
  runsTo,
  YES,
} from './attributes.ts';
import type { Node } from './block-tree.ts';
import { type Comparison, isTooMuch, keptOf } from './comparison.ts';
import { isAtPosition } from './positions.ts';

const either = (one: Answer, other: Answer): Answer => (one > other ? one : other);
const both = (one: Answer, other: Answer): Answer => (one < other ? one : other);
const not = (answer: Answer): Answer => (2 - answer) as Answer;

const TAKES_LIST = new Set(['not', 'has', 'is', 'where', 'matches', 'any']);

type List = readonly (readonly Selector[])[];
const isList = (data: unknown): data is List => Array.isArray(data);

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
  if (TAKES_LIST.has(name)) return isList(data) ? answerWithList(comparison, name, data, node) : MAYBE;
  if (name === 'lang') return typeof data === 'string' ? isInLanguage(data, node) : MAYBE;
  if (name === 'dir') return typeof data === 'string' ? runsTo(data, node) : MAYBE;
  const isThere = isAtPosition(name, typeof data === 'string' ? data : '', node);
  return isThere === undefined ? answerByItself(name, node) : inDoubt(comparison, known(isThere), node);
};

/** `:not()`, `:has()`, and whatever asks for one of a list. */
const answerWithList = (comparison: Comparison, name: string, list: List, node: Node): Answer => {
  if (name === 'has') return answerOfHas(comparison, list, node);
  const answer = answerOfList(comparison, list, node);
  return name === 'not' ? not(answer) : answer;
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
