import { type Caller, ROOT_KEY_ID } from '#shared/domain/advertiser/api-key.ts';
import { callerEnded } from '#shared/domain/advertiser/key-failures.ts';
import { worksAt } from '#shared/domain/advertiser/key-strength.ts';
import type { Clock } from '../clock.port.ts';
import type { ApiKeys } from './api-keys.port.ts';

/**
 * Reads the caller's key again before anything is written: what the authorizer said may be 30 seconds old. Throws
 * `unauthenticated` for a key that was revoked or has expired since. The root key is in no store of ours: its secret is
 * replaced in Secrets Manager.
 */
export const refuseEnded = async (
  { apiKeys, clock }: { readonly apiKeys: Pick<ApiKeys, 'get'>; readonly clock: Clock },
  { apiKeyId }: Pick<Caller, 'apiKeyId'>,
): Promise<void> => {
  if (apiKeyId === ROOT_KEY_ID) return;
  const key = await apiKeys.get(apiKeyId);
  if (key === undefined || !worksAt(key, clock.now())) throw callerEnded();
};
