import type { AdvertiserId } from '../ids.ts';

declare const admitted: unique symbol;
/**
 * The wall between advertisers (P9): every key of the store is built from one of these, and only the edge makes them,
 * after it has checked the caller. `test/unit/house/architecture.test.ts` checks who calls `admit`.
 */
export interface AdvertiserAccess {
  readonly advertiserId: AdvertiserId;
  readonly [admitted]: true;
}
export const admit = (advertiserId: AdvertiserId): AdvertiserAccess => ({ advertiserId }) as AdvertiserAccess;
