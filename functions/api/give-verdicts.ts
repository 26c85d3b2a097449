import { acting } from '#functions/wiring/acting.ts';
import { callReads } from '#functions/wiring/making.ts';
import {
  advertisers,
  clock,
  fingerprints,
  formVersions,
  reviews,
  templates,
  tokensOfMessages,
} from '#functions/wiring.ts';
import { giveVerdicts } from '#shared/app/verdicts/give-verdicts.ts';
import { askedMessages, givenVerdictView, giveVerdictsRoute } from '#shared/contracts/http/routes/give-verdicts.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Says whether up to 100 messages may be sent now, and why; a refusal is an answer and no error. */
export const handler = acting(giveVerdictsRoute, async ({ env, body, accessTo, outcomes }) => {
  const items = askedMessages(parseEach(giveVerdictsRoute.item, body.messages));
  const given = await giveVerdicts(
    {
      vetReads: callReads(env),
      advertisers: advertisers(env),
      formVersions: formVersions(env),
      templates: templates(env),
      reviews: reviews(env),
      tokens: await tokensOfMessages(env),
      publicBaseUrl: env.PUBLIC_BASE_URL,
      fingerprints: await fingerprints(env),
      clock,
    },
    {
      access: accessTo(body.advertiserId),
      items,
    },
  );
  return outcomes(
    { all: 200, list: 'verdicts' },
    given.map((each, at) => givenVerdictView(each, items[at])),
  );
});
