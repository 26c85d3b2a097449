import { identities } from '#functions/wiring.ts';
import { getIdentities } from '#shared/app/identities/get-identities.ts';
import { getIdentitiesRoute } from '#shared/contracts/http/routes/get-identities.ts';
import { identitiesView } from '#shared/contracts/http/settings/identities.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok, tagged } from '#shared/edge/respond.ts';

/** As whom an advertiser may write. */
export const handler = endpoint(getIdentitiesRoute, async ({ env, path, accessTo }) => {
  const seen = await getIdentities({ identities: identities(env) }, accessTo(path.advertiserId));
  return tagged(ok(identitiesView(seen)), seen.etag);
});
