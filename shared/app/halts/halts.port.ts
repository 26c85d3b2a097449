import type { HaltChange, HaltReason, Halts as HaltsInForce } from '#shared/domain/halt.ts';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';

/** What the sender asks before each hand-off: never from a cache. Throws `dependency-unavailable`. */
export interface HandOffHalts {
  reasonFor(advertiserId: AdvertiserId): Promise<HaltReason | undefined>;
}

export interface Halts {
  read(): Promise<HaltsInForce>;
  /** Stores what is in force with the change that led to it. Throws `concurrent-change` where somebody else changed it. */
  store(after: HaltsInForce, change: HaltChange, at: Instant): Promise<void>;
}
