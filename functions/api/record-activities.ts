import { acting } from '#functions/wiring/acting.ts';
import { recording } from '#functions/wiring/facts.ts';
import { recordActivity } from '#shared/app/records/record-activity.ts';
import { takeBatch } from '#shared/app/records/take-batch.ts';
import { addressed } from '#shared/contracts/http/batch.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { recordedView } from '#shared/contracts/http/recorded.ts';
import { recordActivitiesRoute } from '#shared/contracts/http/routes/record-activities.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Records up to 100 acts of persons. */
export const handler = acting(
  recordActivitiesRoute,
  async ({ env, body, caller, accessTo, requestHashFor, remainingMs, outcomes }) => {
    const access = accessTo(body.advertiserId);
    const ports = await recording(env);
    const items = addressed(parseEach(recordActivitiesRoute.item, body.activities));
    const taken = await takeBatch(items, remainingMs, async ({ address, facts }, index) => {
      const request = requestHashFor(access, body.activities[index], index);
      return recordedView(await recordActivity(ports, { access, address, ...facts, actor: actorOf(caller), request }));
    });
    return outcomes({ all: 201 }, taken);
  },
);
