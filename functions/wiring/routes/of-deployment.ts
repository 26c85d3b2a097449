import { shownByRoutesIn } from '#functions/manifest/routes/shown-senders.ts';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import type { RoutesOfDeployment } from '#shared/app/settings/readiness-of-settings.ts';

/** By what messages of this deployment leave, for who shows settings. */
export const routesOfDeployment = (env: Parameters<typeof shownByRoutesIn>[0]): RoutesOfDeployment => ({
  shown: shownByRoutesIn(env),
  textAnswers: textAnswersIn(env.PROVIDER_ROUTE),
});
