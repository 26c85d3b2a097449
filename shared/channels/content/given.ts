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

/** Writes the mentions of one channel. `sender`: the one that the message is asked to come from; absent: the first. */
export type GiveMentions = (
  mentions: Mentions,
  from: { readonly advertiser: Advertiser; readonly sender?: string | undefined },
) => GivenMentions;
