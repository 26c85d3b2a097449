import { acting } from '#functions/wiring/acting.ts';
import { apiKeys, clock, newId } from '#functions/wiring.ts';
import { rotateApiKey } from '#shared/app/keys/rotate-api-key.ts';
import { rotateApiKeyRoute } from '#shared/contracts/http/routes/rotate-api-key.ts';
import { createdKeyView } from '#shared/contracts/http/settings/api-key.ts';
import { created } from '#shared/edge/respond.ts';

/** Replaces an API key by one with a new secret; the old one ends after the overlap. */
export const handler = acting(rotateApiKeyRoute, async ({ env, path, body, caller, callerRequestHash }) =>
  created(
    createdKeyView(
      await rotateApiKey(
        { apiKeys: apiKeys(env), clock, newId },
        { caller, apiKeyId: path.apiKeyId, ...body, ...callerRequestHash() },
      ),
    ),
  ),
);
