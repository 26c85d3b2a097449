import type { TransactionalReason } from './transactional-reason.ts';

/** What a text is held against. */
export interface SaidFor {
  /** Why the message is sent; `undefined`: it is not transactional, and only offers are looked for. */
  readonly reason: TransactionalReason | undefined;
  /** Hosts of the advertiser. */
  readonly ownHosts: readonly string[];
  /** Names of goods that the advertiser's settings know. */
  readonly products: readonly string[];
}
