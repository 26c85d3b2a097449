import { acting } from '#functions/wiring/acting.ts';
import { apiKeys, clock } from '#functions/wiring.ts';
import { revokeApiKey } from '#shared/app/keys/revoke-api-key.ts';
import { revokeApiKeyRoute } from '#shared/contracts/http/routes/revoke-api-key.ts';
import { noContent } from '#shared/edge/respond.ts';

const ANSWERS_WITHIN_MS = 2000;

/** Revokes an API key: it writes nothing from then on, and reads nothing once the authorizer's cache of 30 seconds is over. */
export const handler = acting(revokeApiKeyRoute, async ({ env, path, query, caller, remainingMs }) => {
  const hasTime = () => remainingMs() > ANSWERS_WITHIN_MS;
  const asked = { caller, apiKeyId: path.apiKeyId, withCreated: query.withCreated !== undefined, hasTime };
  await revokeApiKey({ apiKeys: apiKeys(env), clock }, asked);
  return noContent();
});
