import { acting } from '#functions/wiring/acting.ts';
import { identityPages, recordingRequests } from '#functions/wiring/rights.ts';
import { clock } from '#functions/wiring.ts';
import { identityPageOf } from '#shared/app/rights/identity-page.ts';
import { recordRequest } from '#shared/app/rights/record-request.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { recordedRequestView, recordRequestRoute } from '#shared/contracts/http/routes/record-request.ts';
import { created } from '#shared/edge/respond.ts';

/** Records what a person asks of their data, and says where they can show who they are. */
export const handler = acting(recordRequestRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
  const access = accessTo(body.advertiserId);
  const recorded = await recordRequest(await recordingRequests(env), {
    access,
    address: addressOf(body.contact),
    ...factsOf(body),
    actor: actorOf(caller),
    request: requestHashFor(access),
  });
  const page = await identityPageOf(identityPages(env), access, recorded.request);
  return created(recordedRequestView(recorded, clock.now(), page));
});
