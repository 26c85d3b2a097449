import type { AdvertiserId } from '#shared/domain/ids.ts';

/** Every advertiser whose settings were ever in force, in no particular order. Throws `dependency-unavailable`. */
export interface AdvertiserList {
  all(): Promise<readonly AdvertiserId[]>;
}
