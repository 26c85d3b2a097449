import { advertisers, clock, formVersions, reviews } from '#functions/wiring.ts';
import { getFormVersion } from '#shared/app/settings/get-form-version.ts';
import { getFormVersionRoute } from '#shared/contracts/http/routes/get-form-version.ts';
import { formVersionView } from '#shared/contracts/http/settings/form-version.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** A form exactly as shown, and what consents given on it support now. */
export const handler = endpoint(getFormVersionRoute, async ({ env, path, accessTo }) => {
  const { advertiserId, ...form } = path;
  const seen = await getFormVersion(
    { advertisers: advertisers(env), formVersions: formVersions(env), reviews: reviews(env), clock },
    { access: accessTo(advertiserId), form },
  );
  return ok(formVersionView(seen));
});
