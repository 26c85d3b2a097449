import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Content } from '#shared/domain/message/content.ts';

export interface Contents {
  /** Stores content under the SHA-256 of its canonical JSON and returns it; storing twice is one object. */
  put(access: AdvertiserAccess, content: Content): Promise<string>;
  has(access: AdvertiserAccess, sha256: string): Promise<boolean>;
  get(access: AdvertiserAccess, sha256: string): Promise<Content | undefined>;
}
