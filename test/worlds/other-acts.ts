import { contactOf } from '#shared/app/contacts/contact-of.ts';
import { recordFailure } from '#shared/app/feedback/record-failure.ts';
import { changePerson } from '#shared/app/people/change-person.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import { recordRequest } from '#shared/app/rights/record-request.ts';
import { liftRestriction } from '#shared/app/rights/restrict-use.ts';
import { addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { changePersonRoute, personChangeOf } from '#shared/contracts/http/routes/change-person.ts';
import { recordConsentRoute } from '#shared/contracts/http/routes/record-consent.ts';
import { recordRequestRoute } from '#shared/contracts/http/routes/record-request.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FailureKind } from '#shared/domain/contact/delivery-failure.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';
import type { Act } from '../oracle/world.ts';
import type { Named } from '../support/in-process/record.ts';
import type { Stores } from '../support/in-process/stores.ts';

/** One act of a world, about a contact as the API names it; `named`: what the act that it ends left. */
interface Told {
  readonly access: AdvertiserAccess;
  readonly contact: unknown;
  /** All addresses of the world, as the API names them. */
  readonly addresses: readonly unknown[];
  readonly act: Act;
  readonly index: number;
  readonly named: Named;
}
type Recorder = (stores: Stores, told: Told) => Promise<Named>;

const ACTOR = { by: 'api-key', apiKeyId: 'acceptance' } as const;

/** Requests are asked for once here, so that none is found again. */
const REQUESTS = {
  create: async (_: unknown, full: Awaited<ReturnType<typeof recordRequest>>) => full,
  get: async () => undefined,
};

const restrict: Recorder = async (stores, { access, contact, act, index }) => {
  const body = parseOrRefuse(recordRequestRoute.body, { advertiserId: access.advertiserId, contact, ...act.body });
  const request = { requestId: `asked-${index}`, bodySha256: `asked-${index}` };
  const command = { access, address: addressOf(body.contact), ...factsOf(body), actor: ACTOR, request };
  const recorded = await recordRequest({ ...stores, requests: REQUESTS }, command);
  return { recordId: recorded.request.id };
};

const lift: Recorder = async (stores, { access, named }) => {
  if (named.recordId === undefined) throw new Error('nothing to lift');
  await liftRestriction(stores, { access, id: named.recordId, actor: ACTOR });
  return named;
};

/** What the ledger calls a report, and the words of the provider. */
const REPORTS: Readonly<Record<string, readonly [kind: FailureKind, code: string]>> = {
  permanent: ['permanent', 'NoEmail'],
  listed: ['blocked', 'Suppressed'],
  transient: ['passing', 'MailboxFull'],
};

const comesBack: Recorder = async (stores, { access, contact, act, index }) => {
  const report = REPORTS[String(act.body.lasts)];
  if (report === undefined) throw new Error(`no report: ${String(act.body.lasts)}`);
  const { contactId } = await contactOf(
    stores.fingerprints,
    access,
    addressOf(contact as Parameters<typeof addressOf>[0]),
  );
  const [kind, code] = report;
  await recordFailure(stores, access, contactId, {
    kind,
    code,
    occurredAt: stores.clock.now(),
    act: `report-${index}`,
  });
  return {};
};

const contactIn = (stores: Stores, access: AdvertiserAccess, contact: unknown) =>
  contactOf(stores.fingerprints, access, addressOf(contact as Parameters<typeof addressOf>[0]));

const move: Recorder = async (stores, { access, contact, addresses, act, index }) => {
  const { to, ...said } = act.body;
  const whole = { action: 'change-address', contact: addresses[Number(to)], ...said };
  const change = personChangeOf(parseOrRefuse(changePersonRoute.body, whole), {
    requestId: `move-${index}`,
    bodySha256: `move-${index}`,
  });
  const { contactId, deliverable } = await contactIn(stores, access, contact);
  const vetReads = {
    read: async (_: AdvertiserAccess, each: typeof contactId) => ({
      ...{ standing: await stores.ledger.readStanding(access, each), sends: [], readAt: stores.clock.now() },
      address: each === contactId ? deliverable : undefined,
    }),
  };
  const ports = { ...stores, vetReads, oppositionLists: { of: async () => [] } };
  await changePerson(ports, { access, contactId, actor: ACTOR }, change);
  return {};
};

/** A consent that the person gave on a page of ours. */
export const agreeOnOurPage: Recorder = async (stores, { access, contact, act, index }) => {
  const body = parseOrRefuse(recordConsentRoute.body, { advertiserId: access.advertiserId, contact, ...act.body });
  const { form: _form, ...consent } = factsOf(body);
  const request = { requestId: `page-${index}`, bodySha256: `page-${index}` };
  const recorded = await recordFact(stores, access, await contactIn(stores, access, contact), request, (id) => ({
    ...{ type: 'consent-given', id, observed: true, actor: { by: 'person' } },
    consent: { ...consent, ...(act.body.form === undefined ? {} : { form: act.body.form }) } as never,
  }));
  return { consentId: recorded.id, recordId: recorded.id };
};

/** What no route of records takes: what a person asks of their data, and what a provider reports. */
export const OTHER_ACTS: Partial<Readonly<Record<Act['kind'], Recorder>>> = {
  restriction: restrict,
  moved: move,
  'restriction-lifted': lift,
  undeliverable: comesBack,
};
