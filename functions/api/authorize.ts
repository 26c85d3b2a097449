import { manifest } from '#functions/manifest.ts';
import { apiKeys, clock, rootSecret } from '#functions/wiring.ts';
import { authenticate } from '#shared/app/keys/authenticate.ts';
import { authorizer } from '#shared/edge/authorizer.ts';

/** Says who calls. What they may do is checked where it is done. */
export const handler = authorizer(manifest.authorize, {
  authenticate: (env, header) => authenticate({ apiKeys: apiKeys(env), rootSecret: rootSecret(env), clock }, header),
});
