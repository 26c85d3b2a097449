import { acting } from '#functions/wiring/acting.ts';
import { disclosing } from '#functions/wiring/rights.ts';
import { nameOfKey, recordDisclosure } from '#shared/app/partners/record-disclosure.ts';
import { takeBatch } from '#shared/app/records/take-batch.ts';
import { addressed } from '#shared/contracts/http/batch.ts';
import { recordedView } from '#shared/contracts/http/recorded.ts';
import { recordDisclosuresRoute } from '#shared/contracts/http/routes/record-disclosures.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Records that data of up to 100 contacts went to a partner, or came from one. */
export const handler = acting(
  recordDisclosuresRoute,
  async ({ env, body, accessTo, requestHashFor, remainingMs, outcomes }) => {
    const access = accessTo(body.advertiserId);
    const ports = await disclosing(env);
    const { partner, sharedKey } = body;
    // The same call under another key is another one: what was stored has the fingerprint under the first.
    const keyId = nameOfKey(sharedKey);
    const items = addressed(parseEach(recordDisclosuresRoute.item, body.disclosures));
    const taken = await takeBatch(items, remainingMs, async ({ address, facts }, index) => {
      const request = requestHashFor(access, [partner, keyId, body.disclosures[index]], index);
      return recordedView(await recordDisclosure(ports, { access, address, partner, sharedKey, ...facts, request }));
    });
    return outcomes({ all: 201 }, taken);
  },
);
