import { acting } from '#functions/wiring/acting.ts';
import { advertisers, clock, identities } from '#functions/wiring.ts';
import { putIdentities } from '#shared/app/identities/put-identities.ts';
import { putIdentitiesRoute } from '#shared/contracts/http/routes/put-identities.ts';
import { identitiesView } from '#shared/contracts/http/settings/identities.ts';
import { ok, tagged } from '#shared/edge/respond.ts';

/** Says as whom an advertiser may write; what it may use no longer leaves its settings in the same moment. */
export const handler = acting(putIdentitiesRoute, async ({ env, path, body, caller, accessTo, precondition }) => {
  const seen = await putIdentities(
    { advertisers: advertisers(env), identities: identities(env), clock },
    { access: accessTo(path.advertiserId), caller, wanted: body.identities, precondition },
  );
  return tagged(ok(identitiesView(seen)), seen.etag);
});
