import { acting } from '#functions/wiring/acting.ts';
import { clock, ledgerWithoutAddresses } from '#functions/wiring.ts';
import { invalidateConsent } from '#shared/app/records/invalidate-consent.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { invalidateConsentRoute } from '#shared/contracts/http/routes/invalidate-consent.ts';
import { ok } from '#shared/edge/respond.ts';

/** An operator's correction: the consent names the act, so a repeated call is the same one. */
export const handler = acting(invalidateConsentRoute, async ({ env, path, query, body, caller, accessTo }) =>
  ok(
    await invalidateConsent(
      { ledger: ledgerWithoutAddresses(env), clock },
      {
        access: accessTo(query.advertiserId),
        consentId: path.consentId,
        reason: body.reason,
        actor: actorOf(caller),
      },
    ),
  ),
);
