import { acting } from '#functions/wiring/acting.ts';
import { judging } from '#functions/wiring/facts.ts';
import { recordConsent } from '#shared/app/records/record-consent.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { recordConsentRoute, recordedConsentView } from '#shared/contracts/http/routes/record-consent.ts';
import { created } from '#shared/edge/respond.ts';

/** Records a consent with its evidence: stored also when it can support nothing, and said so (D23). */
export const handler = acting(recordConsentRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
  const access = accessTo(body.advertiserId);
  const fact = await recordConsent(await judging(env), {
    access,
    address: addressOf(body.contact),
    consent: factsOf(body),
    actor: actorOf(caller),
    request: requestHashFor(access),
  });
  return created(recordedConsentView(fact, requestHashFor(access).bodySha256));
});
