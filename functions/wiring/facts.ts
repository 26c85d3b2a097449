import { once } from '#functions/wiring/once.ts';
import {
  advertisers,
  clock,
  fingerprints,
  formVersions,
  ledger,
  ledgerWithoutAddresses,
  messageStates,
  pause,
  profiles,
  reviews,
  table,
  templates,
} from '#functions/wiring.ts';
import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import type { AdvertiserList } from '#shared/app/oppositions/advertiser-list.port.ts';

/** What a route needs that records facts, one or a batch: the same ports for both. */
type Env = Parameters<typeof ledger>[0] & Parameters<typeof fingerprints>[0];
type OpposingEnv = Parameters<typeof fingerprints>[0];

const named = async (env: OpposingEnv) => ({
  advertisers: advertisers(env),
  fingerprints: await fingerprints(env),
  clock,
  pause,
});

/** To record an act. */
export const recording = async (env: Env) => ({ ...(await named(env)), ledger: ledger(env) });

/** To declare a contact. */
export const declaring = async (env: Env) => ({ ...(await recording(env)), profiles: profiles(env) });

/** To record a consent or a sale, and to say whether it can be used. */
export const judging = async (env: Env) => ({
  ...(await recording(env)),
  formVersions: formVersions(env),
  reviews: reviews(env),
});

/** To register an opposition that somebody reports. */
export const opposing = async (env: OpposingEnv) => ({
  ...(await named(env)),
  ledger: ledgerWithoutAddresses(env),
  messages: messageStates(env),
  templates: templates(env),
  reviews: reviews(env),
});

/** Every advertiser of the deployment, for an opposition that names none. */
export const advertiserList = /* @__PURE__ */ once(
  (env: Parameters<typeof table>[0]): AdvertiserList => advertiserListOf(table(env)),
);
