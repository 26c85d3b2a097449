import { callAnswersIn } from '#functions/manifest/provider-route.ts';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { advertisers, clock, identities } from '../../wiring.ts';
import { campaigns } from '../campaigns.ts';
import { routesOfDeployment } from './of-deployment.ts';

type Env = Parameters<typeof advertisers>[0] & Parameters<typeof routesOfDeployment>[0];

/** What stores settings, and says what they come to in this deployment. */
export const settingsPorts = (env: Env) => ({
  advertisers: advertisers(env),
  identities: identities(env),
  campaigns: campaigns(env),
  clock,
  callAnswers: callAnswersIn(env.PROVIDER_ROUTE),
  textAnswers: textAnswersIn(env.PROVIDER_ROUTE),
  routes: routesOfDeployment(env),
});
