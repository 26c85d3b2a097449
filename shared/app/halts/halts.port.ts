import type { HaltChange, HaltReason, Halts as HaltsInForce } from '#shared/domain/halt.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';

/** What the sender asks before each hand-off: never from a cache. Throws `dependency-unavailable`. */
export interface HandOffHalts {
  reasonFor(message: Pick<Message, 'advertiserId' | 'acceptedAt'>): Promise<HaltReason | undefined>;
}

export interface Halts {
  read(): Promise<HaltsInForce>;
  /** Stores what is in force with the change that led to it. Throws `concurrent-change` where somebody else changed it. */
  store(after: HaltsInForce, change: HaltChange, at: Instant): Promise<void>;
}
