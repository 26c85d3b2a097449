import { acting } from '#functions/wiring/acting.ts';
import { settingsPorts } from '#functions/wiring/routes/settings-ports.ts';
import { putAdvertiser } from '#shared/app/settings/put-advertiser.ts';
import { readinessOnceStored } from '#shared/app/settings/readiness-once-stored.ts';
import { putAdvertiserRoute } from '#shared/contracts/http/routes/put-advertiser.ts';
import { binderOf } from '#shared/contracts/http/settings/identities.ts';
import { settingsVersionView } from '#shared/contracts/http/settings/settings.ts';
import { mayAlso } from '#shared/edge/caller.ts';
import { createdOrKnown, tagged } from '#shared/edge/respond.ts';

/** Stores the whole settings of an advertiser: 201 when they are its first; the same settings again are the same version. */
export const handler = acting(putAdvertiserRoute, async ({ env, path, body, accessTo, caller, precondition }) => {
  const { draft, ...settings } = body;
  const access = accessTo(path.advertiserId);
  const ports = settingsPorts(env);
  const { isNew, etag, ...seen } = await putAdvertiser(ports, {
    access,
    by: binderOf(caller),
    settings,
    precondition,
    isDraft: draft,
  });
  const mayName = mayAlso(caller, 'campaigns:read');
  const readiness = await readinessOnceStored(ports, { ...seen, access, mayName });
  return tagged(createdOrKnown(isNew, settingsVersionView(seen, readiness)), etag);
});
