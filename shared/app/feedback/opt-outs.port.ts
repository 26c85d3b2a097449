import type { Instant } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';

/** A number to which the provider sends nothing, for whomever. */
export interface OptOut {
  /** In E.164: `+33639980001`. */
  readonly phone: string;
  /** When it came on the list. */
  readonly at: Instant;
}

/** One page of the list; `next` where there are more. */
interface OptOutPage {
  readonly entries: readonly OptOut[];
  /** Rows that name no number, or no instant. */
  readonly unreadable: number;
  readonly next?: string | undefined;
}

/** What became of asking that a number be taken off. `not-now`: the provider does it once in thirty days for each number. */
export type TakenOff = 'removed' | 'gone' | 'not-now';

/** The one list that a provider keeps for all advertisers of a stage. Throws `dependency-unavailable`. */
export interface OptOuts {
  /** What is not sent. */
  readonly channel: Channel;
  page(from: string | undefined): Promise<OptOutPage>;
  remove(phone: string): Promise<TakenOff>;
}
