import { isTraversal, type Selector } from 'css-what';
import { type Answer, hasAttribute, isInLanguage, known, MAYBE, NO, runsTo, YES } from './attributes.ts';
import type { Node } from './block-tree.ts';
import { isAtPlace } from './places.ts';

const either = (one: Answer, other: Answer): Answer => (one > other ? one : other);
const both = (one: Answer, other: Answer): Answer => (one < other ? one : other);
const not = (answer: Answer): Answer => (2 - answer) as Answer;

/** Never true of a page, a body, or an element of ours: what they say is of fields, of shadow trees, or of players. */
const NEVER = new Set(
  'checked disabled enabled required optional valid invalid in-range out-of-range read-write placeholder-shown default indeterminate autofill user-valid user-invalid host host-context open popover-open modal fullscreen playing paused picture-in-picture muted'.split(
    ' ',
  ),
);
const ONE_OF = new Set(['is', 'where', 'matches', 'any']);
const OF_LINKS = new Set(['link', 'any-link', 'visited']);

type List = readonly (readonly Selector[])[];
const isList = (data: unknown): data is List => Array.isArray(data);

/** Elements and characters of selectors that are read for one mail; one of 100 KB with the usual sheets needs a tenth of it. */
const MOST = 1_000_000;
/** Parts of a selector around parts of it. */
const DEEPEST = 500;

/**
 * Compares selectors with the elements of one mail, each part of a selector with each element once at most. What it may read is
 * limited, so that no mail keeps whoever reads its styles busy: past that, `isSpent`, and every answer is in doubt.
 */
export class Comparison {
  #left = MOST;
  #depth = 0;
  readonly #isWhole: boolean;
  #answers = new Map<readonly Selector[], Map<string, Map<Node, Answer>>>();

  /** `isWhole`: false where links will be put among the elements of the author, so that places of elements are in doubt. */
  constructor(isWhole = true) {
    this.#isWhole = isWhole;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** Begins to compare another selector. */
  begin(selector: string): void {
    this.#answers = new Map();
    this.#left -= selector.length;
  }

  /** Whether the first `end` tokens of a selector apply to an element. */
  answer(tokens: readonly Selector[], end: number, node: Node): Answer {
    if (this.#isTooMuch()) return MAYBE;
    const kept = this.#kept(tokens, end, 'itself');
    const before = kept.get(node);
    if (before !== undefined) return before;
    this.#left -= 1;
    this.#depth += 1;
    const answer = this.#read(tokens, end, node);
    this.#depth -= 1;
    kept.set(node, answer);
    return answer;
  }

  #isTooMuch(): boolean {
    return this.isSpent || this.#depth > DEEPEST;
  }

  /** Answers that are known of so many tokens of a list: of elements themselves, of those before them, of those within. */
  #kept(tokens: readonly Selector[], end: number, of: 'itself' | 'before' | 'within'): Map<Node, Answer> {
    const ofTokens = this.#answers.get(tokens) ?? new Map<string, Map<Node, Answer>>();
    this.#answers.set(tokens, ofTokens);
    const kept = ofTokens.get(`${of} ${end}`) ?? new Map<Node, Answer>();
    ofTokens.set(`${of} ${end}`, kept);
    return kept;
  }

  #read(tokens: readonly Selector[], end: number, node: Node): Answer {
    let [at, compound]: [number, Answer] = [end - 1, YES];
    for (; at >= 0 && compound !== NO; at -= 1) {
      const token = tokens[at] as Selector;
      if (isTraversal(token)) break;
      compound = both(compound, this.#ofToken(token, node));
    }
    // A selector within `:has()` begins with how it continues.
    if (at <= 0 || compound === NO) return compound;
    return both(compound, this.#around(tokens, at, node));
  }

  /** Whether what is before a combinator applies to an element that stands so to this one. */
  #around(tokens: readonly Selector[], at: number, node: Node): Answer {
    const { parent, place, siblings } = node;
    switch (tokens[at]?.type) {
      case 'child':
        return parent === undefined ? NO : this.answer(tokens, at, parent);
      case 'descendant': {
        let answer: Answer = NO;
        for (let above = parent; above !== undefined && answer !== YES; above = above.parent)
          answer = either(answer, this.answer(tokens, at, above));
        return answer;
      }
      case 'adjacent': {
        const previous = siblings[place - 1];
        return this.#inDoubt(previous === undefined ? NO : this.answer(tokens, at, previous), node);
      }
      case 'sibling':
        return this.#inDoubt(this.#before(tokens, at, node), node);
      default:
        return MAYBE;
    }
  }

  /** The best answer of the siblings before an element. */
  #before(tokens: readonly Selector[], at: number, { siblings, place }: Node): Answer {
    const kept = this.#kept(tokens, at, 'before');
    if (this.#isTooMuch()) return MAYBE;
    let from = place;
    while (from > 0 && !kept.has(siblings[from] as Node)) from -= 1;
    let answer = kept.get(siblings[from] as Node) ?? NO;
    for (; from < place; from += 1) {
      answer = either(answer, this.answer(tokens, at, siblings[from] as Node));
      kept.set(siblings[from + 1] as Node, answer);
    }
    return answer;
  }

  /** The best answer of the elements within one. */
  #within(tokens: readonly Selector[], node: Node): Answer {
    const kept = this.#kept(tokens, tokens.length, 'within');
    const before = kept.get(node);
    if (before !== undefined) return before;
    if (this.#isTooMuch()) return MAYBE;
    let answer: Answer = NO;
    for (const child of node.children)
      if (answer !== YES)
        answer = either(either(answer, this.answer(tokens, tokens.length, child)), this.#within(tokens, child));
    kept.set(node, answer);
    return answer;
  }

  /** Among what links of ours may be put into, `no` is not certain, and neither is `yes`. */
  #inDoubt(answer: Answer, { parent }: Node): Answer {
    return !this.#isWhole && (parent?.part === 'author' || parent?.name === 'body') ? MAYBE : answer;
  }

  #ofToken(token: Selector, node: Node): Answer {
    switch (token.type) {
      case 'tag':
        return known(token.name.toLowerCase() === node.name);
      case 'attribute':
        return hasAttribute(node, token);
      case 'pseudo':
        return this.#ofPseudo(token.name.toLowerCase().replace(/^-\w+-/, ''), token.data, node);
      case 'universal':
        return YES;
      default:
        return MAYBE;
    }
  }

  #ofPseudo(name: string, data: string | List | null, node: Node): Answer {
    if (name === 'root') return known(node.name === 'html');
    if (OF_LINKS.has(name)) return node.name === 'a' && node.attributes.has('href') ? MAYBE : NO;
    if (name === 'not') return isList(data) ? not(this.#ofList(data, node)) : MAYBE;
    if (ONE_OF.has(name)) return isList(data) ? this.#ofList(data, node) : MAYBE;
    if (name === 'has') return isList(data) ? this.#has(data, node) : MAYBE;
    if (name === 'lang') return typeof data === 'string' ? isInLanguage(data, node) : MAYBE;
    if (name === 'dir') return typeof data === 'string' ? runsTo(data, node) : MAYBE;
    if (name === 'empty') return node.part === 'author' ? MAYBE : NO;
    const isThere = isAtPlace(name, typeof data === 'string' ? data : '', node);
    if (isThere !== undefined) return this.#inDoubt(known(isThere), node);
    return node.part !== 'author' && NEVER.has(name) ? NO : MAYBE;
  }

  #ofList(list: List, node: Node): Answer {
    return list.reduce<Answer>((answer, each) => either(answer, this.answer(each, each.length, node)), NO);
  }

  /** What is more than one element below or beside is asked without what is around it: in doubt, it is there. */
  #has(list: List, node: Node): Answer {
    return list.reduce<Answer>((answer, tokens) => {
      const [first] = tokens;
      if (first === undefined || first.type === 'adjacent' || first.type === 'sibling') return either(answer, MAYBE);
      const isChild = first.type === 'child';
      const isOne = !tokens.slice(1).some(isTraversal);
      const found =
        isChild && isOne
          ? node.children.reduce<Answer>((so, child) => either(so, this.answer(tokens, tokens.length, child)), NO)
          : this.#within(tokens, node);
      return either(answer, this.#isWhole && (isOne || found === NO) ? found : MAYBE);
    }, NO);
  }
}
