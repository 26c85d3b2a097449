import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { apiKeyNotFound } from '#shared/domain/failure.ts';
import type { Clock } from '../clock.port.ts';
import type { ApiKeys } from './api-keys.port.ts';
import { coversBinding } from './create-api-key.ts';

/** Revokes an API key; revoking twice changes nothing. Throws `api-key-not-found`, also for keys beyond the caller's own. */
export const revokeApiKey = async (
  ports: { readonly apiKeys: ApiKeys; readonly clock: Clock },
  command: { readonly caller: Caller; readonly apiKeyId: string },
): Promise<void> => {
  const key = await ports.apiKeys.get(command.apiKeyId);
  if (!key || !coversBinding(command.caller.advertisers, key.advertisers)) throw apiKeyNotFound();
  if (key.revokedAt === undefined) await ports.apiKeys.revoke(command.apiKeyId, ports.clock.now());
};
