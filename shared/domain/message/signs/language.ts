/**
 * What one language brings to the reading of a message that says it is transactional. The world of such a message is
 * closed: it speaks of the reader's order, contract, account … and asks for what that takes. The lists of what it may say
 * are therefore the longer ones; those of what promotes only find sooner what the others would find too.
 *
 * All patterns are matched against lower case without accents, with straight apostrophes.
 */
export interface Language {
  readonly name: 'fr' | 'en';
  /** Words that carry no topic. */
  readonly small: ReadonlySet<string>;
  /**
   * Phrases of transactional messages that would else look like an offer: they are left out before anything is looked
   * for.
   */
  readonly excused: readonly RegExp[];
  /** A discount, a gift, something free, a prize. */
  readonly discount: RegExp;
  /** Praise, invitation, recommendation, another product: what no act of the reader calls for. */
  readonly promotes: RegExp;
  /** Weaker: two of them in a sentence are a sign. */
  readonly hints: readonly RegExp[];
  /** A form of address or of farewell, and nothing else. */
  readonly courtesy: RegExp;
  /** What a transactional message asks of its reader, as beginnings of words. */
  readonly asks: readonly string[];
  /** What it may ask in a question. */
  readonly questions: RegExp;
  /** What the sender may call its own, as beginnings of words: its teams and offices, never its goods. */
  readonly ours: readonly string[];
  /** Things of every transaction, as beginnings of words: a link that names one leads to it. */
  readonly core: readonly string[];
  /** Those, and what messages of one trade speak of. */
  readonly things: readonly string[];
  /** What ties a sentence to the reader or to the sentence before: a number, a form of "your", "this", "if", "must". */
  readonly anchor: RegExp;
  /** What an amount is for: without such a word a price is an offer. */
  readonly amounts: RegExp;
}

/** Words of a list that is written as one text. */
export const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);
