import { judging } from '#functions/wiring-facts.ts';
import { recordSale } from '#shared/app/records/record-sale.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { recordedSaleView, recordSaleRoute } from '#shared/contracts/http/routes/record-sale.ts';
import { endpoint } from '#shared/edge/api.ts';
import { created } from '#shared/edge/respond.ts';

/** Records a sale with what was said and offered: stored also when it can support nothing, and said so (D23). */
export const handler = endpoint(recordSaleRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
  const access = accessTo(body.advertiserId);
  const fact = await recordSale(await judging(env), {
    access,
    address: addressOf(body.contact),
    sale: factsOf(body),
    actor: actorOf(caller),
    request: requestHashFor(access),
  });
  return created(recordedSaleView(fact, requestHashFor(access).bodySha256));
});
