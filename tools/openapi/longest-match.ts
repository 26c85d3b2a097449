/** A pattern that is read from left to right. */
class Reader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** The text that this expression finds here, which is passed. */
  take(expression: RegExp): string | undefined {
    const sticky = new RegExp(expression.source, 'y');
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#pattern)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#pattern.length;
  }
}

/** How often at most what precedes is repeated. */
const timesOf = (reader: Reader): number => {
  const quantifier = reader.take(/[*+?]|\{\d+(?:,\d*)?\}/);
  if (quantifier === undefined || quantifier === '?') return 1;
  const [least = '', most = least] = quantifier.slice(1, -1).split(',');
  return quantifier === '*' || quantifier === '+' || most === '' ? Number.POSITIVE_INFINITY : Number(most);
};

/** Of nothing there is nothing, however often. */
const times = (length: number, most: number): number => (length === 0 ? 0 : length * most);

const lengthOfOne = (reader: Reader): number => {
  if (reader.take(/\((?:\?:)?(?!\?)/) !== undefined) {
    const length = longestOf(reader);
    if (reader.take(/\)/) === undefined) throw new Error('A group without an end.');
    return length;
  }
  if (reader.take(/[\^$]|\\b/) !== undefined) return 0;
  if (reader.take(/\[(?:\\.|[^\]\\])+\]|\\.|[^()|*+?{}[\]\\]/) !== undefined) return 1;
  throw new Error('Something in it is not read here.');
};

/** Alternatives, each a row of what may be repeated. */
const longestOf = (reader: Reader): number => {
  let [longest, row] = [0, 0];
  while (!reader.isAtEnd && reader.take(/(?=\))/) === undefined) {
    if (reader.take(/\|/) === undefined) row += times(lengthOfOne(reader), timesOf(reader));
    else row = 0;
    longest = Math.max(longest, row);
  }
  return longest;
};

/**
 * The length of the longest text that a pattern of JSON Schema takes whole. Throws for one that has no end, that is not
 * anchored at both ends, or that says more than the patterns of this document do.
 */
export const longestMatch = (pattern: string): number => {
  const problem = (why: string) => new Error(`The pattern ${pattern} gives no longest text: ${why}`);
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) throw problem('it is not anchored.');
  const reader = new Reader(pattern);
  try {
    const longest = longestOf(reader);
    if (!reader.isAtEnd || longest === Number.POSITIVE_INFINITY) throw new Error('it has no end.');
    return longest;
  } catch (error) {
    throw problem(error instanceof Error ? error.message : String(error));
  }
};
