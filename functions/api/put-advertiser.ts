import { callAnswersIn } from '#functions/manifest/provider-route.ts';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { routesOfDeployment } from '#functions/wiring/routes/of-deployment.ts';
import { advertisers, clock, identities } from '#functions/wiring.ts';
import { putAdvertiser } from '#shared/app/settings/put-advertiser.ts';
import { readinessOfSettings } from '#shared/app/settings/readiness-of-settings.ts';
import { leftWithoutSender } from '#shared/app/settings/senders/left-without-sender.ts';
import { putAdvertiserRoute } from '#shared/contracts/http/routes/put-advertiser.ts';
import { binderOf } from '#shared/contracts/http/settings/identities.ts';
import { settingsVersionView } from '#shared/contracts/http/settings/settings.ts';
import { mayAlso } from '#shared/edge/caller.ts';
import { createdOrKnown, tagged } from '#shared/edge/respond.ts';

/** Stores the whole settings of an advertiser: 201 when they are its first; the same settings again are the same version. */
export const handler = acting(putAdvertiserRoute, async ({ env, path, body, accessTo, caller, precondition }) => {
  const { draft, ...settings } = body;
  const access = accessTo(path.advertiserId);
  const { isNew, etag, ...seen } = await putAdvertiser(
    {
      advertisers: advertisers(env),
      identities: identities(env),
      clock,
      callAnswers: callAnswersIn(env.PROVIDER_ROUTE),
      textAnswers: textAnswersIn(env.PROVIDER_ROUTE),
    },
    { access, by: binderOf(caller), settings, precondition, isDraft: draft },
  );
  const at = clock.now();
  const left = await leftWithoutSender(
    { campaigns: campaigns(env) },
    access,
    { ...seen, mayName: mayAlso(caller, 'campaigns:read') },
    at,
  );
  const readiness = readinessOfSettings(seen.stored, at, routesOfDeployment(env), seen.before);
  const view = settingsVersionView(seen, { ...readiness, warnings: [...left, ...readiness.warnings] });
  return tagged(createdOrKnown(isNew, view), etag);
});
