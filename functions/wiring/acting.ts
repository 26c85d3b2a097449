import { once } from '#functions/wiring/once.ts';
import { clock, table } from '#functions/wiring.ts';
import { readsApiKey } from '#shared/adapters/dynamodb/settings/read-api-key.ts';
import { refuseEnded } from '#shared/app/keys/refuse-ended.ts';
import { actingEndpoint } from '#shared/edge/api.ts';

/** Reads API keys, and no more. */
export const keyReader = /* @__PURE__ */ once((env: Parameters<typeof table>[0]) => readsApiKey(table(env)));

/** The Lambda of a route that may write: every method but GET. The key of the caller is read again before it runs. */
export const acting = /* @__PURE__ */ actingEndpoint((env, caller) =>
  refuseEnded({ apiKeys: keyReader(env as Parameters<typeof table>[0]), clock }, caller),
);
