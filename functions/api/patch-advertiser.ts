import { callAnswersIn } from '#functions/manifest/provider-route.ts';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { routesOfDeployment } from '#functions/wiring/routes/of-deployment.ts';
import { advertisers, clock, identities } from '#functions/wiring.ts';
import { patchAdvertiser } from '#shared/app/settings/patch-advertiser.ts';
import { readinessOfSettings } from '#shared/app/settings/readiness-of-settings.ts';
import { leftWithoutSender } from '#shared/app/settings/senders/left-without-sender.ts';
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
  const { etag, ...seen } = await patchAdvertiser(
    {
      advertisers: advertisers(env),
      identities: identities(env),
      clock,
      callAnswers: callAnswersIn(env.PROVIDER_ROUTE),
      textAnswers: textAnswersIn(env.PROVIDER_ROUTE),
    },
    { access, by: binderOf(caller), patch: body, precondition, settingsFrom },
  );
  const at = clock.now();
  const left = await leftWithoutSender(
    { campaigns: campaigns(env) },
    access,
    { ...seen, mayName: mayAlso(caller, 'campaigns:read') },
    at,
  );
  const readiness = readinessOfSettings(seen.stored, at, routesOfDeployment(env), seen.before);
  return tagged(ok(settingsVersionView(seen, { ...readiness, warnings: [...left, ...readiness.warnings] })), etag);
});
