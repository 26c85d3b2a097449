import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { advertisers, clock, contents, formVersions, reviews, templates, vetReads } from '#functions/wiring.ts';

type Env = Parameters<typeof vetReads>[0] &
  Parameters<typeof contents>[0] &
  Readonly<Record<'PUBLIC_BASE_URL' | 'STAGE' | 'PROVIDER_ROUTE', string>>;

/** What the bytes of a message are made from, but for the tokens of its link: the same for a preview, a test and the sender. */
export const making = (env: Env) => ({
  clock,
  vetReads: vetReads(env),
  advertisers: advertisers(env),
  formVersions: formVersions(env),
  templates: templates(env),
  reviews: reviews(env),
  contents: contents(env),
  publicBaseUrl: env.PUBLIC_BASE_URL,
  textAnswers: textAnswersIn(env.PROVIDER_ROUTE),
  allowsLocalLinks: env.STAGE === 'local',
});
