import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { revocationUnfinished } from '#shared/domain/advertiser/key-failures.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Clock } from '../clock.port.ts';
import type { ApiKeys } from './api-keys.port.ts';
import { knownKey } from './known-key.ts';

const REVOKED_AT_ONCE = 16;

interface RevokeApiKey {
  readonly caller: Caller;
  readonly apiKeyId: string;
  /** True: also the keys that it created, those that these created, and so on. */
  readonly withCreated: boolean;
  readonly hasTime: () => boolean;
}

type Revocations = Pick<ApiKeys, 'revoke' | 'createdBy'>;

/** Each key before those that it created: from then on it creates no more, so that none is missed. */
const revokeAll = async (apiKeys: Revocations, ids: readonly string[], at: Instant, hasTime: () => boolean) => {
  let left = ids;
  while (left.length > 0) {
    const created = await atMost(REVOKED_AT_ONCE, left, async (apiKeyId) => {
      if (!hasTime()) throw revocationUnfinished();
      await apiKeys.revoke(apiKeyId, at);
      return apiKeys.createdBy(apiKeyId);
    });
    left = created.flat();
  }
};

/**
 * Revokes an API key, for good; revoking twice changes nothing. Throws `api-key-not-found`, also for keys of advertisers
 * beyond the caller's own, `insufficient-scope` for a key that may do more than the caller's own, and
 * `batch-unfinished` where keys that it created are left: the same call goes on.
 */
export const revokeApiKey = async (
  { apiKeys, clock }: { readonly apiKeys: ApiKeys; readonly clock: Clock },
  { caller, apiKeyId, withCreated, hasTime }: RevokeApiKey,
): Promise<void> => {
  await knownKey(apiKeys, caller, apiKeyId);
  if (withCreated) return revokeAll(apiKeys, [apiKeyId], clock.now(), hasTime);
  await apiKeys.revoke(apiKeyId, clock.now());
};
