import { once } from '#functions/wiring/once.ts';
import {
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  opener,
  pause,
  table,
  vault,
} from '#functions/wiring.ts';
import { openRequestsOf } from '#shared/adapters/dynamodb/rights/open-requests.ts';
import { rightsRequestsOf } from '#shared/adapters/dynamodb/rights/rights-requests.ts';
import type { RecordRequestPorts } from '#shared/app/rights/record-request.ts';
import type { OpenRequests, RightsRequests } from '#shared/app/rights/rights-requests.port.ts';

/** The composition root of what people ask of their data. */
type Needs<V extends string> = Readonly<Record<V, string>>;
type Env = Parameters<typeof vault>[0];

/** The requests, with their words. */
export const rightsRequests = /* @__PURE__ */ once(
  (env: Env): RightsRequests => rightsRequestsOf({ ...table(env), vault: vault(env) }),
);

/** The same for who reads them. */
export const readRequests = /* @__PURE__ */ once(
  (env: Parameters<typeof opener>[0]): Pick<RightsRequests, 'get' | 'list'> =>
    rightsRequestsOf({ ...table(env), vault: opener(env) }),
);

/** Those that are open, without their words. */
export const openRequests = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): OpenRequests => openRequestsOf(table(env)),
);

/** What records a request. */
export const recordingRequests = async (env: Env & Needs<'FINGERPRINT_SECRET_ID'>): Promise<RecordRequestPorts> => ({
  requests: rightsRequests(env),
  ledger: ledgerWithoutAddresses(env),
  advertisers: advertisers(env),
  fingerprints: await fingerprints(env),
  clock,
  pause,
});
