import { advertisers, clock } from '#functions/wiring.ts';
import { putAdvertiser } from '#shared/app/settings/put-advertiser.ts';
import { readinessOfSettings } from '#shared/app/settings/readiness-of-settings.ts';
import { putAdvertiserRoute } from '#shared/contracts/http/routes/put-advertiser.ts';
import { settingsVersionView } from '#shared/contracts/http/settings/settings.ts';
import { endpoint } from '#shared/edge/api.ts';
import { createdOrKnown, tagged } from '#shared/edge/respond.ts';

/** Stores the whole settings of an advertiser: 201 when they are its first; the same settings again are the same version. */
export const handler = endpoint(putAdvertiserRoute, async ({ env, path, body, accessTo, precondition }) => {
  const { stored, isFirst, etag } = await putAdvertiser(
    { advertisers: advertisers(env), clock },
    { access: accessTo(path.advertiserId), settings: body, precondition },
  );
  const readiness = readinessOfSettings(stored, clock.now());
  const view = settingsVersionView({ stored, inForce: stored.settingsVersion }, readiness);
  return tagged(createdOrKnown(isFirst, view), etag);
});
