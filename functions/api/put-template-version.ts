import { acting } from '#functions/wiring/acting.ts';
import { templateReader } from '#functions/wiring/providers/template-reader.ts';
import { advertisers, clock, contents, reviews, templates } from '#functions/wiring.ts';
import { putTemplateVersion } from '#shared/app/settings/templates/put-template-version.ts';
import { putTemplateVersionRoute } from '#shared/contracts/http/routes/put-template-version.ts';
import { templateVersionView } from '#shared/contracts/http/settings/template-version.ts';
import { createdOrKnown } from '#shared/edge/respond.ts';

/** Stores a template version: 201 when new, 200 when the same version was stored before. */
export const handler = acting(putTemplateVersionRoute, async ({ env, path, body, caller, accessTo }) => {
  const { draft, ...content } = body;
  const { isNew, ...seen } = await putTemplateVersion(
    {
      advertisers: advertisers(env),
      templates: templates(env),
      contents: contents(env),
      reviews: reviews(env),
      reader: templateReader(env),
      clock,
    },
    {
      access: accessTo(path.advertiserId),
      template: { templateId: path.templateId, version: path.version },
      content,
      isDraft: draft,
      apiKeyId: caller.apiKeyId,
    },
  );
  return createdOrKnown(isNew, templateVersionView(seen));
});
