import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';

export interface ApiKeys {
  put(key: ApiKey): Promise<void>;
  get(apiKeyId: string): Promise<ApiKey | undefined>;
  /** Every key of the deployment, revoked ones included, in an order that stays. */
  list(page: PageAsked): Promise<Page<ApiKey>>;
  revoke(apiKeyId: string, at: Instant): Promise<boolean>;
}
