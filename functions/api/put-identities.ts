import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { advertisers, clock, identities } from '#functions/wiring.ts';
import { putIdentities } from '#shared/app/identities/put-identities.ts';
import { leftWithoutSender } from '#shared/app/settings/senders/left-without-sender.ts';
import { putIdentitiesRoute } from '#shared/contracts/http/routes/put-identities.ts';
import { putIdentitiesView } from '#shared/contracts/http/settings/identities.ts';
import { mayAlso } from '#shared/edge/caller.ts';
import { ok, tagged } from '#shared/edge/respond.ts';

/** Says as whom an advertiser may write; what it may use no longer leaves its settings in the same moment. */
export const handler = acting(putIdentitiesRoute, async ({ env, path, body, caller, accessTo, precondition }) => {
  const access = accessTo(path.advertiserId);
  const { replaced, ...seen } = await putIdentities(
    { advertisers: advertisers(env), identities: identities(env), clock },
    { access, caller, wanted: body.identities, precondition },
  );
  const mayName = mayAlso(caller, 'campaigns:read');
  const left =
    replaced === undefined
      ? []
      : await leftWithoutSender(
          { campaigns: campaigns(env) },
          access,
          { ...replaced, mayName, by: 'identities' },
          clock.now(),
        );
  return tagged(ok(putIdentitiesView(seen, left)), seen.etag);
});
