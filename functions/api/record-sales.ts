import { acting } from '#functions/wiring/acting.ts';
import { judging } from '#functions/wiring/facts.ts';
import { recordSale } from '#shared/app/records/record-sale.ts';
import { takeBatch } from '#shared/app/records/take-batch.ts';
import { addressed } from '#shared/contracts/http/batch.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { recordedSaleView } from '#shared/contracts/http/routes/record-sale.ts';
import { recordSalesRoute } from '#shared/contracts/http/routes/record-sales.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Records up to 100 sales. */
export const handler = acting(
  recordSalesRoute,
  async ({ env, body, caller, accessTo, requestHashFor, remainingMs, outcomes }) => {
    const access = accessTo(body.advertiserId);
    const ports = await judging(env);
    const items = addressed(parseEach(recordSalesRoute.item, body.sales));
    const taken = await takeBatch(items, remainingMs, async ({ address, facts }, index) => {
      const request = requestHashFor(access, body.sales[index], index);
      const fact = await recordSale(ports, { access, address, sale: facts, actor: actorOf(caller), request });
      return recordedSaleView(fact, request.bodySha256);
    });
    return outcomes({ all: 201 }, taken);
  },
);
