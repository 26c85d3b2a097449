import { acting } from '#functions/wiring/acting.ts';
import {
  advertisers,
  clock,
  fingerprints,
  formVersions,
  ledgerWithoutAddresses,
  readProfiles,
  reviews,
} from '#functions/wiring.ts';
import { lookUpContact } from '#shared/app/contacts/look-up-contact.ts';
import { contactView } from '#shared/contracts/http/contact.ts';
import { addressOf } from '#shared/contracts/http/contact-address.ts';
import { lookUpContactRoute } from '#shared/contracts/http/routes/look-up-contact.ts';
import { ok } from '#shared/edge/respond.ts';

/** Finds a contact by its address, which is in the body and never in a URL. */
export const handler = acting(lookUpContactRoute, async ({ env, body, accessTo }) =>
  ok(
    contactView(
      await lookUpContact(
        {
          ledger: ledgerWithoutAddresses(env),
          formVersions: formVersions(env),
          advertisers: advertisers(env),
          reviews: reviews(env),
          profiles: readProfiles(env),
          clock,
          fingerprints: await fingerprints(env),
        },
        { access: accessTo(body.advertiserId), address: addressOf(body.contact) },
      ),
    ),
  ),
);
