import { advertisers } from '#functions/wiring.ts';
import { listAdvertiserVersions } from '#shared/app/settings/list-advertiser-versions.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { listAdvertiserVersionsRoute } from '#shared/contracts/http/routes/list-advertiser-versions.ts';
import { settingsEntryView } from '#shared/contracts/http/settings/settings.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Every version of the settings, the newest first, and which is in force. */
export const handler = endpoint(listAdvertiserVersionsRoute, async ({ env, path, query, accessTo }) => {
  const found = await listAdvertiserVersions(
    { advertisers: advertisers(env) },
    { access: accessTo(path.advertiserId), page: pageOf(query) },
  );
  return ok({ versions: found.items.map(settingsEntryView), ...nextCursorOf(found) });
});
