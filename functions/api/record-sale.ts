import { acting } from '#functions/wiring/acting.ts';
import { judging } from '#functions/wiring/facts.ts';
import { recordSale } from '#shared/app/records/record-sale.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { recordedSaleView, recordSaleRoute } from '#shared/contracts/http/routes/record-sale.ts';
import { created } from '#shared/edge/respond.ts';

/** Records a sale with what was said and offered: stored also when it can support nothing, and said so (D23). */
export const handler = acting(recordSaleRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
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
