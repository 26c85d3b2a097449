import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';

/** What was deleted of an advertiser in one go, by kind: nothing of a person. */
export interface Deleted {
  readonly advertiserId: AdvertiserId;
  /** In UTC. */
  readonly day: string;
  /** Names the first of them: noted twice under the same name, they count once. */
  readonly record: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Dated evidence that data went. */
export interface Deletions {
  note(access: AdvertiserAccess, deleted: Deleted): Promise<void>;
}
