import type { AdvertiserScope } from '#shared/domain/advertiser/advertiser-scope.ts';
import type { Content } from '#shared/domain/message/content.ts';

export interface Contents {
  /** Stores content under the SHA-256 of its canonical JSON and returns it; storing twice is one object. */
  put(scope: AdvertiserScope, content: Content): Promise<string>;
  has(scope: AdvertiserScope, sha256: string): Promise<boolean>;
  get(scope: AdvertiserScope, sha256: string): Promise<Content | undefined>;
}
