import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { reportOpposition } from '#shared/app/oppositions/report-opposition.ts';
import { annulRecord } from '#shared/app/records/annul-record.ts';
import { invalidateConsent } from '#shared/app/records/invalidate-consent.ts';
import { recordActivity } from '#shared/app/records/record-activity.ts';
import { recordConsent } from '#shared/app/records/record-consent.ts';
import { recordSale } from '#shared/app/records/record-sale.ts';
import { withdrawConsent } from '#shared/app/records/withdraw-consent.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { putAdvertiser } from '#shared/app/settings/put-advertiser.ts';
import { putFormVersion } from '#shared/app/settings/put-form-version.ts';
import { approveTemplateVersion } from '#shared/app/settings/templates/approve-template-version.ts';
import { putTemplateVersion } from '#shared/app/settings/templates/put-template-version.ts';
import { addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { annulRecordRoute } from '#shared/contracts/http/routes/annul-record.ts';
import { approveTemplateVersionRoute } from '#shared/contracts/http/routes/approve-template-version.ts';
import { decideReviewRoute } from '#shared/contracts/http/routes/decide-review.ts';
import { declareContactRoute } from '#shared/contracts/http/routes/declare-contact.ts';
import { invalidateConsentRoute } from '#shared/contracts/http/routes/invalidate-consent.ts';
import { putAdvertiserRoute } from '#shared/contracts/http/routes/put-advertiser.ts';
import { putFormVersionRoute } from '#shared/contracts/http/routes/put-form-version.ts';
import { putTemplateVersionRoute } from '#shared/contracts/http/routes/put-template-version.ts';
import { recordActivityRoute } from '#shared/contracts/http/routes/record-activity.ts';
import { recordConsentRoute } from '#shared/contracts/http/routes/record-consent.ts';
import { recordSaleRoute } from '#shared/contracts/http/routes/record-sale.ts';
import { registerOppositionRoute } from '#shared/contracts/http/routes/register-opposition.ts';
import { withdrawConsentRoute } from '#shared/contracts/http/routes/withdraw-consent.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { FormReference } from '#shared/domain/consent/form-version.ts';
import { FactId } from '#shared/domain/ids.ts';
import { TemplateReference } from '#shared/domain/message/message.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';
import type { RecordingCall } from '../../acceptance/requests.ts';
import { FORM, TEMPLATE } from '../../acceptance/world.ts';
import { OPERATOR } from './identities.ts';
import type { Stores } from './stores.ts';

const ACTOR = { by: 'api-key', apiKeyId: 'acceptance' } as const;

/** The ids that later acts name. */
export interface Named {
  readonly consentId?: FactId;
  readonly recordId?: FactId;
}

const sealOf = (index: number, body: unknown) => {
  const sha = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  return { requestId: sha(['request', index]), bodySha256: sha(body) };
};

type Recorder = (stores: Stores, at: At, body: unknown) => Promise<Named>;
interface At {
  readonly access: AdvertiserAccess;
  readonly index: number;
  readonly named: Named;
}
const common = ({ access, index }: At, body: unknown) => ({ access, actor: ACTOR, request: sealOf(index, body) });

/** Keys of no line: none is stored. */
export const NO_KEYS = { get: async () => undefined };

/** Each kind of call as the function of its route runs it: the same schema, the same use case. */
const RECORDERS: Readonly<Record<RecordingCall['kind'], Recorder>> = {
  advertiser: async (stores, { access }, body) => {
    const settings = parseOrRefuse(putAdvertiserRoute.body, body);
    await putAdvertiser({ ...stores, textAnswers: {} }, { access, by: OPERATOR, settings, precondition: {} });
    return {};
  },
  form: async (stores, { access }, body) => {
    const content = parseOrRefuse(putFormVersionRoute.body, body);
    await putFormVersion(stores, { access, form: z.parse(FormReference, FORM), content });
    return {};
  },
  template: async (stores, { access }, body) => {
    const content = parseOrRefuse(putTemplateVersionRoute.body, body);
    const template = z.parse(TemplateReference, TEMPLATE);
    await putTemplateVersion(stores, { access, template, content, apiKeyId: ACTOR.apiKeyId });
    return {};
  },
  approval: async (stores, { access }, body) => {
    const { approver } = parseOrRefuse(approveTemplateVersionRoute.body, body);
    const template = z.parse(TemplateReference, TEMPLATE);
    await approveTemplateVersion({ ...stores, apiKeys: NO_KEYS }, { access, template, approver, apiKeyId: 'approves' });
    return {};
  },
  contact: async (stores, { access }, body) => {
    const request = parseOrRefuse(declareContactRoute.body, body);
    const { personRef, attributes: _notOfTheLaw, ...declared } = factsOf(request);
    await declareContact(stores, { access, address: addressOf(request.contact), declared, personRef, actor: ACTOR });
    return {};
  },
  consent: async (stores, at, body) => {
    const request = parseOrRefuse(recordConsentRoute.body, body);
    const facts = { address: addressOf(request.contact), consent: factsOf(request) };
    const { id } = await recordConsent(stores, { ...common(at, body), ...facts });
    return { consentId: id, recordId: id };
  },
  sale: async (stores, at, body) => {
    const request = parseOrRefuse(recordSaleRoute.body, body);
    const facts = { address: addressOf(request.contact), sale: factsOf(request) };
    const { id } = await recordSale(stores, { ...common(at, body), ...facts });
    return { ...at.named, recordId: id };
  },
  opposition: async (stores, at, body) => {
    const request = parseOrRefuse(registerOppositionRoute.body, body);
    const { request: seal, ...rest } = common(at, body);
    const { id } = await reportOpposition(stores, {
      ...rest,
      ...seal,
      address: addressOf(request.contact),
      ...factsOf(request),
    });
    return { ...at.named, recordId: id };
  },
  activity: async (stores, at, body) => {
    const request = parseOrRefuse(recordActivityRoute.body, body);
    await recordActivity(stores, { ...common(at, body), address: addressOf(request.contact), ...factsOf(request) });
    return at.named;
  },
  withdrawal: async (stores, { access, named }, body) => {
    const { occurredAt } = parseOrRefuse(withdrawConsentRoute.body, body);
    const consentId = z.parse(FactId, named.consentId);
    const { id } = await withdrawConsent(stores, { access, consentId, occurredAt, actor: ACTOR });
    return { ...named, recordId: id };
  },
  invalidation: async (stores, { access, named }, body) => {
    const { reason } = parseOrRefuse(invalidateConsentRoute.body, body);
    await invalidateConsent(stores, { access, consentId: z.parse(FactId, named.consentId), reason, actor: ACTOR });
    return named;
  },
  annulment: async (stores, { access, named }, body) => {
    const content = parseOrRefuse(annulRecordRoute.body, body);
    await annulRecord(stores, { access, recordId: z.parse(FactId, named.recordId), content, actor: ACTOR });
    return named;
  },
};

/** Records what the call says, by the use case of its route; resolves to the ids that later acts name. */
export const recordInProcess = (
  stores: Stores,
  access: AdvertiserAccess,
  { kind, body }: Pick<RecordingCall, 'kind' | 'body'>,
  more: { readonly index: number; readonly named: Named },
): Promise<Named> => RECORDERS[kind](stores, { access, ...more }, body);

/** Stores what a named human decided of a cause. */
export const decideInProcess = async (
  { reviews, ledger, clock }: Stores,
  access: AdvertiserAccess,
  decision: { readonly cause: string; readonly body: unknown },
  index: number,
): Promise<void> => {
  await reviews.open(access, decision.cause, clock.now());
  const review = await reviews.find(access, decision.cause);
  if (review === undefined) return;
  const content = parseOrRefuse(decideReviewRoute.body, decision.body);
  const command = { access, reviewId: review.reviewId, content, apiKeyId: ACTOR.apiKeyId, mayAnnul: true };
  await decideReview({ reviews, ledger, clock }, { ...command, request: sealOf(index, decision.body) });
};
