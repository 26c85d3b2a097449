import { manifest } from '#functions/manifest.ts';
import { advertisers, clock, fingerprints, formVersions, ledger, reviews } from '#functions/wiring.ts';
import { lookUpContact } from '#shared/app/contacts/look-up-contact.ts';
import { addressOf } from '#shared/contracts/http/mappers.ts';
import { LookUpContactRequest } from '#shared/contracts/http/requests.ts';
import { contactView } from '#shared/contracts/http/views.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Finds a contact by its address, which stands in the body and never in a URL. */
export const handler = endpoint(manifest['look-up-contact'], {
  body: LookUpContactRequest,
  run: async ({ env, body, scopeOf }) =>
    ok(
      contactView(
        await lookUpContact(
          {
            ledger: ledger(env),
            formVersions: formVersions(env),
            advertisers: advertisers(env),
            reviews: reviews(env),
            clock,
            fingerprints: await fingerprints(env),
          },
          { scope: scopeOf(body.advertiserId), address: addressOf(body.contact) },
        ),
      ),
    ),
});
