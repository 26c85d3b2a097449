import { apiKeys, clock, newId } from '#functions/wiring.ts';
import { createApiKey } from '#shared/app/keys/create-api-key.ts';
import { apiKeyView, createApiKeyRoute } from '#shared/contracts/http/routes/create-api-key.ts';
import { endpoint } from '#shared/edge/api.ts';
import { created } from '#shared/edge/respond.ts';

/** Creates an API key, at most as able as its creator's; its secret is shown once. */
export const handler = endpoint(createApiKeyRoute, async ({ env, body, caller, callerRequestHash }) =>
  created(
    apiKeyView(
      await createApiKey(
        { apiKeys: apiKeys(env), clock, newId },
        { caller, ...body, requestId: callerRequestHash().requestId },
      ),
    ),
  ),
);
