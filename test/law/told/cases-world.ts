import { createHash } from 'node:crypto';
import { factsOfBytes, saidInBytes } from '#shared/app/verdicts/facts-of-bytes.ts';
import { declareContactRoute } from '#shared/contracts/http/routes/declare-contact.ts';
import { giveVerdictsRoute } from '#shared/contracts/http/routes/give-verdicts.ts';
import { putFormVersionRoute } from '#shared/contracts/http/routes/put-form-version.ts';
import { putTemplateVersionRoute } from '#shared/contracts/http/routes/put-template-version.ts';
import { recordActivityRoute } from '#shared/contracts/http/routes/record-activity.ts';
import { recordConsentRoute } from '#shared/contracts/http/routes/record-consent.ts';
import { recordSaleRoute } from '#shared/contracts/http/routes/record-sale.ts';
import { registerOppositionRoute } from '#shared/contracts/http/routes/register-opposition.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import type { NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { applyEvent, emptyStanding } from '#shared/domain/ledger/standing.ts';
import { DEFAULT_VALIDITY_HOURS, TemplateReference } from '#shared/domain/message/message.ts';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { concluded } from '../../acceptance/conclusions/table.ts';
import { identityOf } from '../../acceptance/identity.ts';
import { question, type RecordingCall, recordingCalls } from '../../acceptance/requests.ts';
import type { Scenario } from '../../acceptance/scenario.ts';
import { bareWorld, type World } from '../../acceptance/world.ts';

/** The same calls as over HTTP, read with the same schemas and folded in memory: no store and no stack. */

const ACTOR = { by: 'api-key', apiKeyId: 'cases' } as const;

type Parsers = {
  readonly [K in RecordingCall['kind']]?: (body: unknown, id: (name: string) => never) => NewLedgerEvent;
};

/** What the use cases append to the ledger for each call on a contact. */
const EVENT_OF: Parsers = {
  contact: (body) => {
    const { advertiserId: _a, contact: _c, personRef: _p, ...declared } = parseOrRefuse(declareContactRoute.body, body);
    return { type: 'contact-declared', declared, actor: ACTOR };
  },
  opposition: (body, id) => {
    const { of, road, occurredAt } = parseOrRefuse(registerOppositionRoute.body, body);
    if (occurredAt === undefined) throw new Error('every opposition of a scenario is dated');
    return { type: 'opposition-registered', id: id('opposition'), of, road, occurredAt, actor: ACTOR };
  },
  sale: (body, id) => {
    const { advertiserId: _a, contact: _c, ...sale } = parseOrRefuse(recordSaleRoute.body, body);
    return { type: 'sale-recorded', id: id('sale'), sale, actor: ACTOR };
  },
  consent: (body, id) => {
    const { advertiserId: _a, contact: _c, ...consent } = parseOrRefuse(recordConsentRoute.body, body);
    return { type: 'consent-given', id: id('consent'), consent, observed: false, actor: ACTOR };
  },
  activity: (body, id) => {
    const { act, occurredAt } = parseOrRefuse(recordActivityRoute.body, body);
    return { type: 'activity-recorded', id: id('activity'), act, occurredAt, actor: ACTOR };
  },
};

const addressOf = ({ identity }: World): string => {
  const { contact } = identity;
  const address =
    'email' in contact
      ? { kind: 'email' as const, value: contact.email }
      : { kind: 'phone' as const, value: contact.phone };
  return normaliseAddress(address).deliverable;
};

const contactIdOf = (world: World): ContactId =>
  `v1n1.${createHash('sha256').update(addressOf(world)).digest('base64url')}` as ContactId;

/** Bytes made elsewhere hold no link that we made. */
const NO_LINK_OF_OURS = { tokens: { read: () => undefined }, publicBaseUrl: 'https://aval.example' };

const standingOf = (world: World, at: Instant) => {
  const advertiserId = world.identity.advertiserId as AdvertiserId;
  const contactId = contactIdOf(world);
  const addressKind = world.facts.channel === 'email' ? ('email' as const) : ('phone' as const);
  const id = (name: string) => factIdOf(contactId, name) as never;
  const events = recordingCalls(world).flatMap(({ kind, body }) => EVENT_OF[kind]?.(body, id) ?? []);
  return events.reduce(
    (standing, event, index) => applyEvent(standing, { ...event, v: 1, seq: index + 1, recordedAt: at }),
    emptyStanding({ advertiserId, contactId, addressKind }, at),
  );
};

const decisionsOf =
  ({ decisions }: World, at: Instant) =>
  (cause: string): ReviewDecision | undefined => {
    const taken = decisions.find((each) => each.cause === cause);
    if (taken === undefined) return undefined;
    const { decision, reason } = taken;
    return { decision, reason, decider: 'A', number: 1, decidedAt: at, apiKeyId: 'k', requestId: 'r', bodySha256: 'b' };
  };

const templateOf = (world: World): NamedTemplate | undefined => {
  const { template, message } = world;
  if (template === undefined) return undefined;
  const stored = parseOrRefuse(putTemplateVersionRoute.body, template);
  const text = JSON.stringify(stored.content);
  const reference = parseOrRefuse(TemplateReference, message.template);
  return {
    ...reference,
    class: stored.class,
    offerSigns: [...offerSignsIn([text], ['seeds'])],
    valuesCarryOffer: false,
  };
};

/** The recorded world of a scenario at an instant, and the request that its message is vetted with. */
export const vetRequestOf = (
  scenario: Scenario,
  now: number,
): { world: World; request: VetRequest; bytes: BytesFacts | undefined } => {
  const world = concluded(bareWorld(identityOf(scenario.id, scenario.facts, 'pure'), scenario.facts, now));
  const at = new Date(now).toISOString() as Instant;
  const advertiserId = world.identity.advertiserId as AdvertiserId;
  const { contact: _contact, bytes, ...asked } = parseOrRefuse(giveVerdictsRoute.item, question(world));
  const message = { ...asked, offerCategory: asked.offerCategory ?? 'seeds', ...(bytes && saidInBytes(bytes)) };
  const form =
    world.form &&
    ({ ...parseOrRefuse(putFormVersionRoute.body, world.form), formId: 'collecte', version: '1' } as FormVersion);
  const hours = DEFAULT_VALIDITY_HOURS[message.channel as keyof typeof DEFAULT_VALIDITY_HOURS];
  const request: VetRequest = {
    at,
    message: { ...message, template: templateOf(world), validUntil: addSeconds(at, hours * 3600) },
    address: addressOf(world),
    standing: standingOf(world, at),
    sends: [],
    advertiser: {
      ...parseOrRefuse(AdvertiserSettings, world.settings),
      advertiserId,
      settingsVersion: 1,
      recordedAt: at,
    },
    formOf: () => form,
    decisions: decisionsOf(world, at),
  };
  const { advertiser, standing } = request;
  const contactId = contactIdOf(world);
  return { world, request, bytes: bytes && factsOfBytes(NO_LINK_OF_OURS, bytes, { advertiser, standing, contactId }) };
};

/** The verdict on a scenario's message, and on its final bytes where it is about them. */
export const verdictOfCase = (scenario: Scenario, now: number): StoredVerdict => {
  const { request, bytes } = vetRequestOf(scenario, now);
  const verdict = vet(request);
  return bytes === undefined ? verdict : vetBytes(request, verdict, bytes);
};
