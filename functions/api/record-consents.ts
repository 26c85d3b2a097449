import { acting } from '#functions/wiring/acting.ts';
import { judging } from '#functions/wiring/facts.ts';
import { recordConsent } from '#shared/app/records/record-consent.ts';
import { takeBatch } from '#shared/app/records/take-batch.ts';
import { addressed } from '#shared/contracts/http/batch.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { recordedConsentView } from '#shared/contracts/http/routes/record-consent.ts';
import { recordConsentsRoute } from '#shared/contracts/http/routes/record-consents.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Records up to 100 consents with their evidence. */
export const handler = acting(
  recordConsentsRoute,
  async ({ env, body, caller, accessTo, requestHashFor, remainingMs, outcomes }) => {
    const access = accessTo(body.advertiserId);
    const ports = await judging(env);
    const items = addressed(parseEach(recordConsentsRoute.item, body.consents));
    const taken = await takeBatch(items, remainingMs, async ({ address, facts }, index) => {
      const request = requestHashFor(access, body.consents[index], index);
      const fact = await recordConsent(ports, { access, address, consent: facts, actor: actorOf(caller), request });
      return recordedConsentView(fact, request.bodySha256);
    });
    return outcomes({ all: 201 }, taken);
  },
);
