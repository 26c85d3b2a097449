import { providerSecret } from '#functions/wiring/providers/provider-secret.ts';
import {
  acceptedMessages,
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  newId,
  sendReads,
  table,
} from '#functions/wiring.ts';
import { addressOfLinkOf } from '#shared/adapters/dynamodb/centre/address-of-link.ts';
import { contactAnswersOf } from '#shared/adapters/dynamodb/messages/confirmations.ts';
import { smsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf } from '#shared/adapters/https/signature.ts';
import type { ReportedContactPorts } from '#shared/app/inbound/answer-reported-contact.ts';
import { byLedger, leftInReads } from '#shared/app/retention/left-of-contact.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { providerRoutesIn } from '../../manifest/provider-route.ts';
import type { manifest } from '../../manifest.ts';

/** The composition root of what answers a person who asks a provider of our contract who writes. */
type Env = EnvironmentOf<(typeof manifest)['receive-provider-report']>;

/** `undefined`: no SMS leaves by such a provider, or it answers by itself. */
export const answeringReported = async (env: Env): Promise<ReportedContactPorts | undefined> => {
  const route = providerRoutesIn(env.PROVIDER_ROUTE).find(
    (each) => each.name === 'https' && each.channels.includes('sms'),
  );
  if (route?.name !== 'https' || env.CONFIRM_STOP === 'no') return undefined;
  const names = await fingerprints(env);
  const ledger = ledgerWithoutAddresses(env);
  const left = { ...byLedger(ledger), advertisers: advertisers(env), clock };
  return {
    clock,
    newId,
    fingerprints: names,
    ledger,
    advertisers: advertisers(env),
    confirmations: contactAnswersOf(table(env)),
    provider: smsBySignedHttps({ ...route, keys: async () => sharedKeysOf(await providerSecret(env)()), clock }),
    addressOfLink: addressOfLinkOf({
      vetReads: leftInReads({ ...left, vetReads: sendReads(env) }),
      fingerprints: names,
      messages: acceptedMessages(env),
      clock,
    }),
  };
};
