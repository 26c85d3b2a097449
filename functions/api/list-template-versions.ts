import { advertisers, templates } from '#functions/wiring.ts';
import { listTemplateVersions } from '#shared/app/settings/templates/list-template-versions.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { listTemplateVersionsRoute } from '#shared/contracts/http/routes/list-template-versions.ts';
import { templateEntryView } from '#shared/contracts/http/settings/template-version.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Every version of one template. */
export const handler = endpoint(listTemplateVersionsRoute, async ({ env, path, query, accessTo }) => {
  const found = await listTemplateVersions(
    { advertisers: advertisers(env), templates: templates(env) },
    { access: accessTo(path.advertiserId), templateId: path.templateId, page: pageOf(query) },
  );
  return ok({ versions: found.items.map(templateEntryView), ...nextCursorOf(found) });
});
