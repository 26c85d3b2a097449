import type { Instant } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';

/** A number on the list of a provider: its person asked that provider for no more messages. */
export interface ListedStop {
  /** In E.164: `+33639980001`. */
  readonly phone: string;
  /** Between these instants it was asked; one instant twice where the list says when. Absent: the list names no day. */
  readonly asked?: { readonly from: Instant; readonly until: Instant } | undefined;
}

/** The list that a provider keeps for all advertisers of one account, of those who asked it to stop. */
export interface ListedStops {
  /** What they are written to on. */
  readonly channel: Channel;
  /** The code that its messages name for STOP. */
  readonly replyCode: string;
  /** All of it, and how many of its rows name no number. Throws `dependency-unavailable` where it is away, or answers with no whole list. */
  all(): Promise<{ readonly stops: readonly ListedStop[]; readonly unreadable: number }>;
}
