import { routesOfDeployment } from '#functions/wiring/routes/of-deployment.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { getAdvertiser } from '#shared/app/settings/get-advertiser.ts';
import { readinessOfSettings } from '#shared/app/settings/readiness-of-settings.ts';
import { getAdvertiserRoute } from '#shared/contracts/http/routes/get-advertiser.ts';
import { settingsVersionView } from '#shared/contracts/http/settings/settings.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok, tagged } from '#shared/edge/respond.ts';

/** The settings in force, as they were put, and what they can carry. */
export const handler = endpoint(getAdvertiserRoute, async ({ env, path, accessTo }) => {
  const seen = await getAdvertiser({ advertisers: advertisers(env) }, { access: accessTo(path.advertiserId) });
  return tagged(
    ok(settingsVersionView(seen, readinessOfSettings(seen.stored, clock.now(), routesOfDeployment(env)))),
    seen.etag,
  );
});
