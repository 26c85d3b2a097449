import { acting } from '#functions/wiring/acting.ts';
import { recording } from '#functions/wiring/facts.ts';
import { recordActivity } from '#shared/app/records/record-activity.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { recordedView } from '#shared/contracts/http/recorded.ts';
import { recordActivityRoute } from '#shared/contracts/http/routes/record-activity.ts';
import { created } from '#shared/edge/respond.ts';

/** Records an act of the person. */
export const handler = acting(recordActivityRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
  const access = accessTo(body.advertiserId);
  const fact = await recordActivity(await recording(env), {
    access,
    address: addressOf(body.contact),
    ...factsOf(body),
    actor: actorOf(caller),
    request: requestHashFor(access),
  });
  return created(recordedView(fact));
});
