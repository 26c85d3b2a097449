import * as z from 'zod/mini';
import { toJSONSchema } from 'zod/v4/core';
import * as requests from '#shared/contracts/http/requests.ts';
import * as responses from '#shared/contracts/http/responses.ts';
import { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { Consent, ConsentFacts } from '#shared/domain/consent/consent.ts';
import { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { Channel } from '#shared/domain/message/channel.ts';
import { FinalBytes } from '#shared/domain/message/content.ts';
import { Opposition, OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { Sale, SaleFacts } from '#shared/domain/sale/sale.ts';

type Json = Record<string, unknown>;

const REQUESTS: Readonly<Record<string, z.ZodMiniType>> = {
  AdvertiserSettings,
  AnnulRecordRequest: requests.AnnulRecordRequest,
  AcceptMessagesRequest: requests.AcceptMessagesRequest,
  AcceptedMessageRequest: requests.AcceptedMessageRequest,
  ContactAddress: requests.ContactAddress,
  CreateApiKeyRequest: requests.CreateApiKeyRequest,
  DecideReviewRequest: requests.DecideReviewRequest,
  DeclareContactRequest: requests.DeclareContactRequest,
  FinalBytes,
  GiveVerdictsRequest: requests.GiveVerdictsRequest,
  InvalidateConsentRequest: requests.InvalidateConsentRequest,
  LookUpContactRequest: requests.LookUpContactRequest,
  MessageContent: requests.MessageContent,
  ProposedMessageRequest: requests.ProposedMessageRequest,
  PutFormVersionRequest: requests.PutFormVersionRequest,
  PutTemplateVersionRequest: requests.PutTemplateVersionRequest,
  RecordActivityRequest: requests.RecordActivityRequest,
  RecordConsentRequest: requests.RecordConsentRequest,
  RecordSaleRequest: requests.RecordSaleRequest,
  RegisterOppositionRequest: requests.RegisterOppositionRequest,
  WithdrawConsentRequest: requests.WithdrawConsentRequest,
};

const ANSWERS: Readonly<Record<string, z.ZodMiniType>> = {
  Activity: responses.ActivityResponse,
  AcceptedMessages: responses.AcceptedMessagesResponse,
  Advertiser,
  Annulment: responses.AnnulmentResponse,
  ApiKey: responses.ApiKeyResponse,
  Channel,
  Consent,
  ConsentFacts,
  Contact: responses.ContactResponse,
  DeclaredContact: responses.DeclaredContactResponse,
  DeclaredFacts,
  FormVersion: responses.FormVersionResponse,
  Invalidation: responses.InvalidationResponse,
  LedgerEvent,
  Message: responses.MessageResponse,
  Opposition,
  OppositionScope,
  Problem: responses.ProblemResponse,
  Reason: responses.ReasonResponse,
  RecordedConsent: responses.RecordedConsentResponse,
  RecordedSale: responses.RecordedSaleResponse,
  RegisteredOpposition: responses.OppositionResponse,
  Review: responses.ReviewResponse,
  Reviews: responses.ReviewsResponse,
  Sale,
  SaleFacts,
  TemplateVersion: responses.TemplateVersionResponse,
  Verdict: responses.VerdictResponse,
  Verdicts: responses.VerdictsResponse,
  Withdrawal: responses.WithdrawalResponse,
};

const place = (id: string): string => `#/components/schemas/${id}`;

const described = (named: Readonly<Record<string, z.ZodMiniType>>, io: 'input' | 'output'): Json => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = toJSONSchema(registry, { io, unrepresentable: 'any', uri: place });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _uri, ...schema }]) => [id, schema]),
  );
};

/** Every named schema, in JSON Schema 2020-12, the dialect of OpenAPI 3.1: requests as sent, answers as received. */
export const namedSchemas = (): Json => ({ ...described(REQUESTS, 'input'), ...described(ANSWERS, 'output') });

/** The reference of a named schema. Throws for one without a name: every body has one. */
export const referenceTo = (schema: z.ZodMiniType): { readonly $ref: string } => {
  const entry = [...Object.entries(REQUESTS), ...Object.entries(ANSWERS)].find(([, named]) => named === schema);
  if (entry === undefined) throw new Error('a body of the API has no name in tools/openapi/named-schemas.ts');
  return { $ref: place(entry[0]) };
};
