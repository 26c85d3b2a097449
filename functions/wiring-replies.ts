import { advertisers, clock, fingerprints, ledgerWithoutAddresses, newId, table } from '#functions/wiring.ts';
import { once } from '#functions/wiring-once.ts';
import { confirmationsOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { sendingSnsClient } from '#shared/adapters/providers/clients.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import type { ConfirmPorts } from '#shared/app/oppositions/confirm-stop.ts';

/** The composition root of what answers a reply by SMS. */
type Needs<V extends string> = Readonly<Record<V, string>>;

const sms = /* @__PURE__ */ once((_env: object) => smsBySns(sendingSnsClient()));

/** What notifies a person that their STOP is recorded. */
export const confirming = async (env: Needs<'TABLE_NAME' | 'FINGERPRINT_SECRET_ID'>): Promise<ConfirmPorts> => ({
  clock,
  newId,
  fingerprints: await fingerprints(env),
  ledger: ledgerWithoutAddresses(env),
  advertisers: advertisers(env),
  confirmations: confirmationsOf(table(env)),
  provider: sms(env),
});
