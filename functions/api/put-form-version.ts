import { acting } from '#functions/wiring/acting.ts';
import { advertisers, clock, formVersions, reviews } from '#functions/wiring.ts';
import { putFormVersion } from '#shared/app/settings/put-form-version.ts';
import { putFormVersionRoute } from '#shared/contracts/http/routes/put-form-version.ts';
import { formVersionView } from '#shared/contracts/http/settings/form-version.ts';
import { createdOrKnown } from '#shared/edge/respond.ts';

/** Stores a form exactly as shown: 201 when new, 200 when the same version was stored before. */
export const handler = acting(putFormVersionRoute, async ({ env, path, body, accessTo }) => {
  const { isNew, ...seen } = await putFormVersion(
    { advertisers: advertisers(env), formVersions: formVersions(env), reviews: reviews(env), clock },
    {
      access: accessTo(path.advertiserId),
      form: { formId: path.formId, version: path.version },
      content: body,
    },
  );
  return createdOrKnown(isNew, formVersionView(seen));
});
