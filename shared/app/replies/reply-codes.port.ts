import type { AdvertiserId } from '#shared/domain/ids.ts';

/** Which advertisers ever bound this SMS reply code; a binding is never removed, so an old STOP still works (D19). */
export interface ReplyCodes {
  advertisersOf(replyCode: string): Promise<readonly AdvertiserId[]>;
}
