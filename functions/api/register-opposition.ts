import { acting } from '#functions/wiring/acting.ts';
import { opposing } from '#functions/wiring/facts.ts';
import { reportOpposition } from '#shared/app/oppositions/report-opposition.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { recordedView } from '#shared/contracts/http/recorded.ts';
import { registerOppositionRoute } from '#shared/contracts/http/routes/register-opposition.ts';
import { created } from '#shared/edge/respond.ts';

/** Registers an opposition received by phone, letter, shop, e-mail or partner. */
export const handler = acting(registerOppositionRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
  const access = accessTo(body.advertiserId);
  const registered = await reportOpposition(await opposing(env), {
    access,
    address: addressOf(body.contact),
    ...factsOf(body),
    actor: actorOf(caller),
    ...requestHashFor(access),
  });
  return created(recordedView(registered));
});
