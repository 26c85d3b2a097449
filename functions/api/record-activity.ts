import { manifest } from '#functions/manifest.ts';
import { advertisers, clock, fingerprints, ledger } from '#functions/wiring.ts';
import { recordActivity } from '#shared/app/records/record-activity.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/mappers.ts';
import { RecordActivityRequest } from '#shared/contracts/http/requests.ts';
import { activityView } from '#shared/contracts/http/views.ts';
import { endpoint } from '#shared/edge/api.ts';
import { created } from '#shared/edge/respond.ts';

/** Records an act of the person. */
export const handler = endpoint(manifest['record-activity'], {
  body: RecordActivityRequest,
  idempotency: 'required',
  run: async ({ env, body, caller, scopeOf, requestHashFor }) => {
    const scope = scopeOf(body.advertiserId);
    const fact = await recordActivity(
      { ledger: ledger(env), advertisers: advertisers(env), fingerprints: await fingerprints(env), clock },
      {
        scope,
        address: addressOf(body.contact),
        ...factsOf(body),
        actor: actorOf(caller),
        request: requestHashFor(scope),
      },
    );
    return created(activityView(fact));
  },
});
