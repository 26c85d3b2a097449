/** What an automated call says around its author's words, in one language. Names are plain text; each sentence ends with its mark. */
export interface CallWords {
  /** First: who calls, that it is advertising, and that nobody speaks but a machine. */
  readonly who: (name: string) => string;
  /** The same of a call that is no advertising (D5). */
  readonly whoOfService: (name: string) => string;
  /** That it is a test. `TEST` is the same in every language. */
  readonly test: string;
  /** Where the number comes from. */
  readonly source: (name: string) => string;
  /** How to stop by a key, first and last. */
  readonly key: (key: string) => string;
  /** How to stop by a call to a number, first and last. */
  readonly number: (number: string) => string;
  /** Last: who called. */
  readonly last: (name: string) => string;
}
