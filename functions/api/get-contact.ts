import { advertisers, clock, formVersions, ledgerWithoutAddresses, readProfiles, reviews } from '#functions/wiring.ts';
import { getContact } from '#shared/app/contacts/get-contact.ts';
import { contactView } from '#shared/contracts/http/contact.ts';
import { getContactRoute } from '#shared/contracts/http/routes/get-contact.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The standing of a contact. */
export const handler = endpoint(getContactRoute, async ({ env, path, query, accessTo }) =>
  ok(
    contactView(
      await getContact(
        {
          ledger: ledgerWithoutAddresses(env),
          formVersions: formVersions(env),
          advertisers: advertisers(env),
          reviews: reviews(env),
          profiles: readProfiles(env),
          clock,
        },
        { access: accessTo(query.advertiserId), contactId: path.contactId },
      ),
    ),
  ),
);
