import { manifest } from '#functions/manifest.ts';
import { advertisers, clock, fingerprints, ledger } from '#functions/wiring.ts';
import { reportOpposition } from '#shared/app/oppositions/report-opposition.ts';
import { actorOf, addressOf, factsOf } from '#shared/contracts/http/mappers.ts';
import { RegisterOppositionRequest } from '#shared/contracts/http/requests.ts';
import { oppositionView } from '#shared/contracts/http/views.ts';
import { endpoint } from '#shared/edge/api.ts';
import { created } from '#shared/edge/respond.ts';

/** Registers an opposition heard by phone, letter, shop, e-mail or partner. */
export const handler = endpoint(manifest['register-opposition'], {
  body: RegisterOppositionRequest,
  idempotency: 'or-body',
  run: async ({ env, body, caller, scopeOf, requestHashFor }) => {
    const scope = scopeOf(body.advertiserId);
    const registered = await reportOpposition(
      { ledger: ledger(env), advertisers: advertisers(env), fingerprints: await fingerprints(env), clock },
      { scope, address: addressOf(body.contact), ...factsOf(body), actor: actorOf(caller), ...requestHashFor(scope) },
    );
    return created(oppositionView(registered));
  },
});
