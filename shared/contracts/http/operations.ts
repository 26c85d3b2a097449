import type * as z from 'zod/mini';
import { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { FailureCode } from '../../domain/failure.ts';
import * as requests from './requests.ts';
import * as responses from './responses.ts';

/** What one route takes and answers, for the OpenAPI document and for tests; the manifest says where it stands. */
export interface Operation {
  readonly path?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** Absent: no Idempotency-Key is read. */
  readonly idempotency?: 'required' | 'or-body';
  /** Status of success and its body; absent body: none. */
  readonly answers: readonly { readonly status: number; readonly body?: z.ZodMiniType; readonly means: string }[];
  /** Problems beyond those of every route. */
  readonly problems: readonly FailureCode[];
}

const answer = (status: number, means: string, body?: z.ZodMiniType) => ({
  status,
  means,
  ...(body === undefined ? {} : { body }),
});
const FACT_PROBLEMS = [
  'advertiser-not-found',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'standing-full',
  'concurrent-change',
] as const satisfies readonly FailureCode[];

/** Every route of the application API that speaks JSON, by its function. */
export const OPERATIONS = {
  'put-advertiser': {
    path: requests.AdvertiserPath,
    body: AdvertiserSettings,
    answers: [answer(200, 'The settings as stored, with their version', Advertiser)],
    problems: ['advertiser-not-found', 'siren-taken', 'concurrent-change'],
  },
  'put-form-version': {
    path: requests.FormVersionPath,
    body: requests.PutFormVersionRequest,
    answers: [
      answer(201, 'Stored, under a seal over its content', responses.FormVersionResponse),
      answer(200, 'The same content was stored before', responses.FormVersionResponse),
    ],
    problems: ['advertiser-not-found', 'version-immutable'],
  },
  'put-template-version': {
    path: requests.TemplateVersionPath,
    body: requests.PutTemplateVersionRequest,
    answers: [
      answer(201, 'Stored, under a seal over its content', responses.TemplateVersionResponse),
      answer(200, 'The same content was stored before', responses.TemplateVersionResponse),
    ],
    problems: ['advertiser-not-found', 'version-immutable'],
  },
  'declare-contact': {
    body: requests.DeclareContactRequest,
    answers: [answer(200, 'The contact, with all that is declared of it', responses.DeclaredContactResponse)],
    problems: ['advertiser-not-found', 'person-too-large', 'concurrent-change'],
  },
  'record-consent': {
    body: requests.RecordConsentRequest,
    idempotency: 'required',
    answers: [answer(201, 'Stored, usable or not, with a receipt', responses.RecordedConsentResponse)],
    problems: FACT_PROBLEMS,
  },
  'withdraw-consent': {
    path: requests.ConsentPath,
    query: requests.AdvertiserQuery,
    body: requests.WithdrawConsentRequest,
    answers: [answer(200, 'Withdrawn, and opposed in its scope', responses.WithdrawalResponse)],
    problems: ['advertiser-not-found', 'consent-not-found', 'concurrent-change'],
  },
  'invalidate-consent': {
    path: requests.ConsentPath,
    query: requests.AdvertiserQuery,
    body: requests.InvalidateConsentRequest,
    answers: [answer(200, 'Ended, and nothing else', responses.InvalidationResponse)],
    problems: ['advertiser-not-found', 'consent-not-found', 'concurrent-change'],
  },
  'annul-record': {
    path: requests.RecordPath,
    query: requests.AdvertiserQuery,
    body: requests.AnnulRecordRequest,
    answers: [answer(200, 'Undone; the contact gets no prospecting for a day', responses.AnnulmentResponse)],
    problems: ['advertiser-not-found', 'record-not-found', 'not-annullable', 'concurrent-change'],
  },
  'record-sale': {
    body: requests.RecordSaleRequest,
    idempotency: 'required',
    answers: [answer(201, 'Stored, usable or not, with a receipt', responses.RecordedSaleResponse)],
    problems: FACT_PROBLEMS,
  },
  'record-activity': {
    body: requests.RecordActivityRequest,
    idempotency: 'required',
    answers: [answer(201, 'Stored', responses.ActivityResponse)],
    problems: FACT_PROBLEMS,
  },
  'register-opposition': {
    body: requests.RegisterOppositionRequest,
    idempotency: 'or-body',
    answers: [answer(201, 'Effective from now on, for all that is queued', responses.OppositionResponse)],
    problems: ['advertiser-not-found', 'idempotency-key-reused', 'concurrent-change'],
  },
  'look-up-contact': {
    body: requests.LookUpContactRequest,
    answers: [answer(200, 'The standing and the timeline', responses.ContactResponse)],
    problems: ['advertiser-not-found', 'contact-not-found'],
  },
  'get-contact': {
    path: requests.ContactPath,
    query: requests.AdvertiserQuery,
    answers: [answer(200, 'The standing and the timeline', responses.ContactResponse)],
    problems: ['advertiser-not-found', 'contact-not-found'],
  },
  'give-verdicts': {
    body: requests.GiveVerdictsRequest,
    answers: [answer(200, 'One verdict for each message; a refusal is no error', responses.VerdictsResponse)],
    problems: ['advertiser-not-found', 'address-expected', 'template-version-not-found'],
  },
  'accept-messages': {
    body: requests.AcceptMessagesRequest,
    idempotency: 'required',
    answers: [answer(202, 'One outcome for each message, in order', responses.AcceptedMessagesResponse)],
    problems: [
      'advertiser-not-found',
      'idempotency-key-missing',
      'idempotency-key-reused',
      'content-not-found',
      'template-version-not-found',
      'address-expected',
    ],
  },
  'get-message': {
    path: requests.MessagePath,
    query: requests.AdvertiserQuery,
    answers: [answer(200, 'The message as it stands', responses.MessageResponse)],
    problems: ['advertiser-not-found', 'message-not-found'],
  },
  'list-reviews': {
    query: requests.AdvertiserQuery,
    answers: [answer(200, 'Causes, oldest first', responses.ReviewsResponse)],
    problems: ['advertiser-not-found'],
  },
  'decide-review': {
    path: requests.ReviewPath,
    query: requests.AdvertiserQuery,
    body: requests.DecideReviewRequest,
    idempotency: 'required',
    answers: [answer(200, 'Decided, effective at the next vet', responses.ReviewResponse)],
    problems: [
      'advertiser-not-found',
      'idempotency-key-missing',
      'idempotency-key-reused',
      'review-not-found',
      'concurrent-change',
    ],
  },
  'create-api-key': {
    body: requests.CreateApiKeyRequest,
    idempotency: 'required',
    answers: [answer(201, 'The key; its secret is shown this once', responses.ApiKeyResponse)],
    problems: ['advertiser-not-found', 'idempotency-key-missing', 'idempotency-key-reused'],
  },
  'revoke-api-key': {
    path: requests.ApiKeyPath,
    answers: [answer(204, 'Revoked; it stops working within 30 seconds')],
    problems: ['api-key-not-found'],
  },
} as const satisfies Record<string, Operation>;
export type OperationName = keyof typeof OPERATIONS;
