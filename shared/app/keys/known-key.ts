import type { ApiKey, Caller } from '#shared/domain/advertiser/api-key.ts';
import { apiKeyNotFound } from '#shared/domain/advertiser/key-failures.ts';
import { coversBinding, refuseStronger } from '#shared/domain/advertiser/key-strength.ts';
import type { ApiKeys } from './api-keys.port.ts';

/**
 * A key that the caller's own key covers. Throws `api-key-not-found`, also for a key of advertisers beyond the caller's own,
 * and `insufficient-scope` for one that may do more than the caller's own.
 */
export const knownKey = async (apiKeys: Pick<ApiKeys, 'get'>, caller: Caller, apiKeyId: string): Promise<ApiKey> => {
  const key = await apiKeys.get(apiKeyId);
  if (!key || !coversBinding(caller.advertisers, key.advertisers)) throw apiKeyNotFound();
  refuseStronger(caller, key);
  return key;
};
