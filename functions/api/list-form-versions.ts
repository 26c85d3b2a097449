import { advertisers, formVersions } from '#functions/wiring.ts';
import { listFormVersions } from '#shared/app/settings/list-form-versions.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { listFormVersionsRoute } from '#shared/contracts/http/routes/list-form-versions.ts';
import { formEntryView } from '#shared/contracts/http/settings/form-version.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Every version of one form. */
export const handler = endpoint(listFormVersionsRoute, async ({ env, path, query, accessTo }) => {
  const found = await listFormVersions(
    { advertisers: advertisers(env), formVersions: formVersions(env) },
    { access: accessTo(path.advertiserId), formId: path.formId, page: pageOf(query) },
  );
  return ok({ versions: found.items.map(formEntryView), ...nextCursorOf(found) });
});
