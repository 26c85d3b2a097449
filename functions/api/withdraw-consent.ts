import { acting } from '#functions/wiring/acting.ts';
import { clock, ledgerWithoutAddresses, pause } from '#functions/wiring.ts';
import { withdrawConsent } from '#shared/app/records/withdraw-consent.ts';
import { actorOf } from '#shared/contracts/http/contact-address.ts';
import { withdrawConsentRoute } from '#shared/contracts/http/routes/withdraw-consent.ts';
import { ok } from '#shared/edge/respond.ts';

/** Records that the person withdrew: the consent names the act, so a repeated call is the same withdrawal. */
export const handler = acting(withdrawConsentRoute, async ({ env, path, query, body, caller, accessTo }) =>
  ok(
    await withdrawConsent(
      { ledger: ledgerWithoutAddresses(env), clock, pause },
      {
        access: accessTo(query.advertiserId),
        consentId: path.consentId,
        occurredAt: body.occurredAt,
        actor: actorOf(caller),
      },
    ),
  ),
);
