import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

/** Every read is strongly consistent: a revocation that was answered is seen. */
export interface ApiKeys {
  /**
   * Stores a new key while the key that creates it works, in one transaction: a revocation is before it or after it, never
   * beside it. The key that it replaces ends at `endsAt`, or earlier as before. Throws `unauthenticated` where the creator
   * no longer works, and `concurrent-change`.
   */
  put(key: ApiKey, endsAt?: Instant): Promise<void>;
  get(apiKeyId: string): Promise<ApiKey | undefined>;
  /** Every key of the deployment, revoked ones included, in an order that stays. */
  list(page: PageAsked): Promise<Page<ApiKey>>;
  /** The ids of the keys that a key created itself. */
  createdBy(apiKeyId: string): Promise<readonly string[]>;
  /** Final; a key that is revoked stays as it is. */
  revoke(apiKeyId: string, at: Instant): Promise<void>;
  /** Notes that a key was used. */
  noteUse(apiKeyId: string, at: Instant): Promise<void>;
}
