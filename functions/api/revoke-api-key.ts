import { apiKeys, clock } from '#functions/wiring.ts';
import { revokeApiKey } from '#shared/app/keys/revoke-api-key.ts';
import { revokeApiKeyRoute } from '#shared/contracts/http/routes/revoke-api-key.ts';
import { endpoint } from '#shared/edge/api.ts';
import { noContent } from '#shared/edge/respond.ts';

/** Revokes an API key: it stops working within the authorizer's 30 seconds of cache. */
export const handler = endpoint(revokeApiKeyRoute, async ({ env, path, caller }) => {
  await revokeApiKey({ apiKeys: apiKeys(env), clock }, { caller, apiKeyId: path.apiKeyId });
  return noContent();
});
