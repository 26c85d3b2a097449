import type { Instant } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';

/** A number on the list of a provider: its person asked that provider for no more messages. */
export interface ListedStop {
  /** In E.164: `+33639980001`. */
  readonly phone: string;
  /** Between these instants it was asked; one instant twice where the list says when. Absent: the list names no day. */
  readonly asked?: { readonly from: Instant; readonly until: Instant } | undefined;
}

/** Some rows of a list, or all of them. */
interface ListedRows {
  readonly stops: readonly ListedStop[];
  /** Rows that name no number, or not what its list has with each. */
  readonly unreadable: number;
  /** Rows that no person asked for: who runs the account put them there. */
  readonly byOperator?: number;
}

/** One page of a list that is too long to be read at once. */
export interface ListedPage extends ListedRows {
  /** Where it begins, as its provider names pages, or with the row of one at which a run goes on; absent: at the beginning. */
  readonly at?: string | undefined;
  readonly next?: string | undefined;
}

interface OfList {
  /** What they are written to on. */
  readonly channel: Channel;
  /** What the evidence of an act on it is named. Absent: there is none. */
  readonly reference?: string;
}

/** The list that a provider keeps for all advertisers of one account, of those who asked it to stop. */
export interface WholeList extends OfList {
  /** The code that its messages name for STOP. */
  readonly replyCode: string;
  /** All of it. Throws `dependency-unavailable` where it is away, or answers with no whole list. */
  all(): Promise<ListedRows>;
}

/** One that is read in pages, and of several codes: none of its rows says which one was answered. */
export interface PagedList extends OfList {
  readonly replyCode?: undefined;
  /** One page, the first where none is named; `undefined`: the provider knows it no more. Throws `dependency-unavailable`. */
  page(from: string | undefined): Promise<ListedPage | undefined>;
  /** What the provider wants between two pages, ms. */
  readonly betweenPagesMs: number;
}

export type ListedStops = WholeList | PagedList;
