import { apiKeys } from '#functions/wiring.ts';
import { listApiKeys } from '#shared/app/keys/list-api-keys.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { listApiKeysRoute } from '#shared/contracts/http/routes/list-api-keys.ts';
import { listedKeyView } from '#shared/contracts/http/settings/api-key.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The API keys that the caller's key may see. */
export const handler = endpoint(listApiKeysRoute, async ({ env, query, caller }) => {
  const found = await listApiKeys({ apiKeys: apiKeys(env) }, { caller, page: pageOf(query) });
  return ok({ keys: found.items.map(listedKeyView), ...nextCursorOf(found) });
});
