import type { Instant } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';

/** A text that the provider took, and then did not send: the person had asked it for no more. */
export interface OptedOutText {
  /** As the provider wrote to it: `+33639980001`. */
  readonly phone: string;
  /** When the provider took it. */
  readonly takenAt: Instant;
  /** When the provider wrote it down. */
  readonly loggedAt: Instant;
}

/** One page of the log, the oldest first; `next` where there are more. A line that cannot be read has the time of the log alone. */
export interface OptedOutPage {
  readonly texts: readonly (OptedOutText | { readonly unreadable: true; readonly loggedAt: Instant })[];
  readonly next?: string | undefined;
}

/** What the provider wrote down of texts whose person had asked it for no more. Throws `dependency-unavailable`. */
export interface OptedOutLog {
  /** What the texts left by. */
  readonly channel: Channel;
  /** Of this instant and later. */
  page(since: Instant, from: string | undefined): Promise<OptedOutPage>;
}

/** Until when the log was read. Throws `dependency-unavailable`. */
export interface ReadUntil {
  /** `undefined`: it was never read. */
  read(): Promise<Instant | undefined>;
  store(until: Instant): Promise<void>;
}
