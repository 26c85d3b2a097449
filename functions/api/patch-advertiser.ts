import { acting } from '#functions/wiring/acting.ts';
import { settingsPorts } from '#functions/wiring/routes/settings-ports.ts';
import { patchAdvertiser } from '#shared/app/settings/patch-advertiser.ts';
import { readinessOnceStored } from '#shared/app/settings/readiness-once-stored.ts';
import { PatchedSettings, patchAdvertiserRoute } from '#shared/contracts/http/routes/patch-advertiser.ts';
import { binderOf } from '#shared/contracts/http/settings/identities.ts';
import { settingsVersionView } from '#shared/contracts/http/settings/settings.ts';
import { mayAlso } from '#shared/edge/caller.ts';
import { ok, tagged } from '#shared/edge/respond.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';

/** Changes what is named of the settings in force, and leaves the rest. */
export const handler = acting(patchAdvertiserRoute, async ({ env, path, body, accessTo, caller, precondition }) => {
  const settingsFrom = (value: unknown) => parseOrRefuse(PatchedSettings, value);
  const access = accessTo(path.advertiserId);
  const ports = settingsPorts(env);
  const { etag, ...seen } = await patchAdvertiser(ports, {
    access,
    by: binderOf(caller),
    patch: body,
    precondition,
    settingsFrom,
  });
  const mayName = mayAlso(caller, 'campaigns:read');
  const readiness = await readinessOnceStored(ports, { ...seen, access, mayName });
  return tagged(ok(settingsVersionView(seen, readiness)), etag);
});
