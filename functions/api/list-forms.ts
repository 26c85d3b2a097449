import { advertisers, formVersions } from '#functions/wiring.ts';
import { listFormVersions } from '#shared/app/settings/list-form-versions.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { listFormsRoute } from '#shared/contracts/http/routes/list-forms.ts';
import { formEntryView } from '#shared/contracts/http/settings/form-version.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Every version of every form of an advertiser. */
export const handler = endpoint(listFormsRoute, async ({ env, path, query, accessTo }) => {
  const found = await listFormVersions(
    { advertisers: advertisers(env), formVersions: formVersions(env) },
    { access: accessTo(path.advertiserId), page: pageOf(query) },
  );
  return ok({ versions: found.items.map(formEntryView), ...nextCursorOf(found) });
});
