import type { ApiKey } from '#shared/domain/advertiser/api-key.ts';
import type { Instant } from '#shared/domain/ids.ts';

export interface ApiKeys {
  put(key: ApiKey): Promise<void>;
  get(apiKeyId: string): Promise<ApiKey | undefined>;
  revoke(apiKeyId: string, at: Instant): Promise<boolean>;
}
