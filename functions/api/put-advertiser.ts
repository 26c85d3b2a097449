import { advertisers, clock } from '#functions/wiring.ts';
import { putAdvertiser } from '#shared/app/settings/put-advertiser.ts';
import { putAdvertiserRoute } from '#shared/contracts/http/routes/put-advertiser.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Stores a new version of the settings of an advertiser; the same settings again are the same version. */
export const handler = endpoint(putAdvertiserRoute, async ({ env, path, body, accessTo }) =>
  ok(
    await putAdvertiser(
      { advertisers: advertisers(env), clock },
      { access: accessTo(path.advertiserId), settings: body },
    ),
  ),
);
