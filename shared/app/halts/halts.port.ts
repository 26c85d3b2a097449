import type { HaltChange, HaltReason, Halts as HaltsInForce } from '#shared/domain/halt.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';

/** What the sender asks before each hand-off. */
export interface HandOffHalts {
  /** Never from a cache. Throws `dependency-unavailable`. */
  reasonFor(message: Pick<Message, 'advertiserId'>): Promise<HaltReason | undefined>;
  /** True where the table is a copy, and the message may have left from the one that it was copied from. */
  mayHaveLeft(message: Pick<Message, 'acceptedAt'>): boolean;
}

export interface Halts {
  read(): Promise<HaltsInForce>;
  /** Stores what is in force with the change that led to it. Throws `concurrent-change` where somebody else changed it. */
  store(after: HaltsInForce, change: HaltChange, at: Instant): Promise<void>;
}
