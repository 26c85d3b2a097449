import { once } from '#functions/wiring/once.ts';
import {
  advertisers,
  clock,
  fingerprints,
  ledgerWithoutAddresses,
  opener,
  pause,
  table,
  tokens,
  vault,
} from '#functions/wiring.ts';
import { ledgerReadsOf } from '#shared/adapters/dynamodb/ledger/contact-events.ts';
import { keptAddressesOf } from '#shared/adapters/dynamodb/ledger/kept-addresses.ts';
import { consentUsesOf, disclosuresOf } from '#shared/adapters/dynamodb/partners/disclosures.ts';
import {
  lateNotificationsOf,
  partnerNotificationsOf,
} from '#shared/adapters/dynamodb/partners/partner-notifications.ts';
import { openRequestsOf } from '#shared/adapters/dynamodb/rights/open-requests.ts';
import { rightsRequestsOf } from '#shared/adapters/dynamodb/rights/rights-requests.ts';
import type { NotifyingPorts } from '#shared/app/partners/open-notifications.ts';
import type { LateNotifications, PartnerNotifications } from '#shared/app/partners/partner-records.port.ts';
import type { RecordDisclosurePorts } from '#shared/app/partners/record-disclosure.ts';
import type { IdentityPagePorts } from '#shared/app/rights/identity-page.ts';
import type { RecordRequestPorts } from '#shared/app/rights/record-request.ts';
import type { OpenRequests, RightsRequests } from '#shared/app/rights/rights-requests.port.ts';
import { identityPageLeftOut } from '#shared/edge/log/left-out.ts';

/** The composition root of what people ask of their data, and of what partners are notified of. */
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

/** Where people show that a request is theirs. It keeps no request from being recorded or shown: where the secret of links cannot be read, it is left out, and logged. */
export const identityPages = (env: Needs<'TABLE_NAME' | 'TOKEN_SECRET_ID' | 'PUBLIC_BASE_URL'>): IdentityPagePorts => ({
  keptAddresses: keptAddressesOf({ ...table(env), clock }),
  tokens: () => tokens(env).catch(identityPageLeftOut),
  publicBaseUrl: env.PUBLIC_BASE_URL,
});

/** What partners must be notified of, and were. */
export const partnerNotifications = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): PartnerNotifications => partnerNotificationsOf({ ...table(env), clock }),
);

/** Those that are open for too long. */
export const lateNotifications = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): LateNotifications => lateNotificationsOf(table(env)),
);

/** What makes notifications due, by the stream of the table. */
export const notifyingPartners = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): NotifyingPorts => ({
    disclosures: disclosuresOf({ ...table(env), clock }),
    notifications: partnerNotifications(env),
    consentUses: consentUsesOf(table(env)),
    ledger: ledgerReadsOf({ ...table(env), clock }),
  }),
);

/** What records disclosures. */
export const disclosing = async (
  env: Needs<'TABLE_NAME' | 'FINGERPRINT_SECRET_ID'>,
): Promise<RecordDisclosurePorts> => ({
  disclosures: disclosuresOf({ ...table(env), clock }),
  notifications: partnerNotifications(env),
  ledger: ledgerWithoutAddresses(env),
  advertisers: advertisers(env),
  fingerprints: await fingerprints(env),
  clock,
});
