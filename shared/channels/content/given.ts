import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Mentions } from './mentions.ts';

/** What a message must say besides its author's words, for a system that makes the bytes itself. */
export interface GivenMentions {
  /** What the text begins with. */
  readonly first?: string;
  /** What the text ends with. */
  readonly last?: string;
  /** What the HTML ends with. */
  readonly html?: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

/** Who a message comes from. */
interface From {
  readonly advertiser: Advertiser;
  /** The sender that it is asked to come from; absent: any. */
  readonly sender?: string | undefined;
  /** The one that its bytes show; absent: there are none. */
  readonly senderShown?: string | undefined;
}

/** Writes the mentions of one channel: of the sender asked for, else of the one shown if it is registered, else of the first. */
export type GiveMentions = (mentions: Mentions, from: From) => GivenMentions;
