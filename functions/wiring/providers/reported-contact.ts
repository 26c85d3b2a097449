import {
  acceptedMessages,
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  sendReads,
} from '#functions/wiring.ts';
import { addressOfLinkOf } from '#shared/adapters/dynamodb/centre/address-of-link.ts';
import type { AddressOfLink } from '#shared/app/centre/address-of-link.port.ts';
import { byLedger, leftInReads } from '#shared/app/retention/left-of-contact.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import type { manifest } from '../../manifest.ts';

/** The composition root of whom a provider reports to have asked who writes. */
type Env = EnvironmentOf<(typeof manifest)['receive-provider-report']>;

/** The number to which the message of a report went. */
export const reportedAddress = async (env: Env): Promise<AddressOfLink> => {
  const left = { ...byLedger(ledgerWithoutAddresses(env)), advertisers: advertisers(env), clock };
  return addressOfLinkOf({
    vetReads: leftInReads({ ...left, vetReads: sendReads(env) }),
    fingerprints: await fingerprints(env),
    messages: acceptedMessages(env),
    clock,
  });
};
