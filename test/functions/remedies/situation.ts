import type { Json, Shop } from './shop.ts';

/** One fault, and what its remedy says to do about it. */
export interface Situation {
  readonly title: string;
  /** The reason as the verdict must give it: its code, and its detail where it has one. */
  readonly says: string;
  /** Where its remedy says that it is done: a pointer into the message, or a call. */
  readonly at: string;
  /** Every call that doing it takes, in order, where it takes more than that one. */
  readonly calls?: readonly string[];
  /** Other settings than the usual ones. */
  readonly settings?: Json;
  readonly given: (shop: Shop) => Promise<unknown>;
  /** What is asked, beside the usual. */
  readonly asks?: Json;
  /** Does to the letter what the remedy says. Where that is a part of the message, it gives what changes in it. */
  readonly does: (shop: Shop) => Promise<unknown>;
}
