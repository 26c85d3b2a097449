import { advertisers, clock, contents, reviews, templates } from '#functions/wiring.ts';
import { getTemplateVersion } from '#shared/app/settings/templates/get-template-version.ts';
import { getTemplateVersionRoute } from '#shared/contracts/http/routes/get-template-version.ts';
import { templateVersionView } from '#shared/contracts/http/settings/template-version.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** A template version as it was put, who approved it, and whether messages can be made from it. */
export const handler = endpoint(getTemplateVersionRoute, async ({ env, path, accessTo }) => {
  const { advertiserId, ...template } = path;
  const seen = await getTemplateVersion(
    {
      advertisers: advertisers(env),
      templates: templates(env),
      contents: contents(env),
      reviews: reviews(env),
      clock,
    },
    { access: accessTo(advertiserId), template },
  );
  return ok(templateVersionView(seen));
});
