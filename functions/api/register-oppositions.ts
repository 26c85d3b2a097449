import { acting } from '#functions/wiring/acting.ts';
import { opposing } from '#functions/wiring/facts.ts';
import { reportOpposition } from '#shared/app/oppositions/report-opposition.ts';
import { takeBatch } from '#shared/app/records/take-batch.ts';
import { addressed } from '#shared/contracts/http/batch.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { recordedView } from '#shared/contracts/http/recorded.ts';
import { registerOppositionsRoute } from '#shared/contracts/http/routes/register-oppositions.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Registers up to 100 oppositions that the advertiser received. */
export const handler = acting(
  registerOppositionsRoute,
  async ({ env, body, caller, accessTo, requestHashFor, remainingMs, outcomes }) => {
    const access = accessTo(body.advertiserId);
    const ports = await opposing(env);
    const items = addressed(parseEach(registerOppositionsRoute.item, body.oppositions));
    const taken = await takeBatch(items, remainingMs, async ({ address, facts }, index) => {
      const request = requestHashFor(access, body.oppositions[index], index);
      return recordedView(
        await reportOpposition(ports, { access, address, ...facts, actor: actorOf(caller), ...request }),
      );
    });
    return outcomes({ all: 201 }, taken);
  },
);
