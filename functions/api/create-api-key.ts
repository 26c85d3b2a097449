import { acting } from '#functions/wiring/acting.ts';
import { apiKeys, clock, newId } from '#functions/wiring.ts';
import { createApiKey } from '#shared/app/keys/create-api-key.ts';
import { createApiKeyRoute } from '#shared/contracts/http/routes/create-api-key.ts';
import { createdKeyView } from '#shared/contracts/http/settings/api-key.ts';
import { created } from '#shared/edge/respond.ts';

/** Creates an API key, at most as able as its creator's; its secret is shown once. */
export const handler = acting(createApiKeyRoute, async ({ env, body, caller, callerRequestHash }) =>
  created(
    createdKeyView(
      await createApiKey({ apiKeys: apiKeys(env), clock, newId }, { caller, ...body, ...callerRequestHash() }),
    ),
  ),
);
