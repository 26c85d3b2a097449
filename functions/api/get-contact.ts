import { manifest } from '#functions/manifest.ts';
import { advertisers, clock, formVersions, ledger, reviews } from '#functions/wiring.ts';
import { getContact } from '#shared/app/contacts/get-contact.ts';
import { AdvertiserQuery, ContactPath } from '#shared/contracts/http/requests.ts';
import { contactView } from '#shared/contracts/http/views.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The standing and the timeline of a contact. */
export const handler = endpoint(manifest['get-contact'], {
  path: ContactPath,
  query: AdvertiserQuery,
  run: async ({ env, path, query, scopeOf }) =>
    ok(
      contactView(
        await getContact(
          {
            ledger: ledger(env),
            formVersions: formVersions(env),
            advertisers: advertisers(env),
            reviews: reviews(env),
            clock,
          },
          { scope: scopeOf(query.advertiserId), contactId: path.contactId },
        ),
      ),
    ),
});
