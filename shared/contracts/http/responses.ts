import * as z from 'zod/mini';
import { AddressKind } from '#shared/channels/record.ts';
import { Binding, Scope } from '#shared/domain/advertiser/api-key.ts';
import { Consent } from '#shared/domain/consent/consent.ts';
import { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { Channel, Purpose } from '#shared/domain/message/channel.ts';
import { MessageStatus, TemplateReference } from '#shared/domain/message/message.ts';
import { OFFER_SIGNS } from '#shared/domain/message/offer-signs.ts';
import { MessageClass } from '#shared/domain/message/template.ts';
import { Outcome } from '#shared/domain/message/verdict.ts';
import { Opposition } from '#shared/domain/opposition/opposition.ts';
import { DecisionContent, ReviewId } from '#shared/domain/review/review.ts';
import { Sale } from '#shared/domain/sale/sale.ts';
import {
  AdvertiserId,
  ContactId,
  FactId,
  FormId,
  Instant,
  MessageId,
  Sha256,
  Siren,
  TemplateId,
  VersionLabel,
} from '../../domain/ids.ts';

/** Bodies that the application API answers. Never an address. */

/** RFC 9457, with a stable code, pointers into the body, and the id that the logs know. */
export const ProblemResponse = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(
    z.array(z.object({ pointer: z.optional(z.string()), parameter: z.optional(z.string()), detail: z.string() })),
  ),
  reason: z.optional(z.string()),
  correlationId: z.string(),
});

export const FormVersionResponse = z.strictObject({
  advertiserId: AdvertiserId,
  formId: FormId,
  version: VersionLabel,
  /** SHA-256 of the canonical JSON of the content: the seal of the wording. */
  sha256: Sha256,
  recordedAt: Instant,
});

export const TemplateVersionResponse = z.strictObject({
  advertiserId: AdvertiserId,
  templateId: TemplateId,
  version: VersionLabel,
  class: MessageClass,
  /** SHA-256 of the canonical JSON of all that was put: its seal. */
  sha256: Sha256,
  contentSha256: Sha256,
  /** What is sent where its prospecting blocks are left out; absent: it has none. */
  withoutBlocksSha256: z.optional(Sha256),
  /** Signs of an offer that were found in it, outside its prospecting blocks. */
  offerSigns: z.array(z.enum(OFFER_SIGNS)),
  recordedAt: Instant,
  /** A human must look at it before it counts as what it says it is; until then see `GET /v1/reviews`. */
  reviewCause: z.optional(z.string()),
});

/** A cause that a human decides once; `open` again when the period of its decision has passed. */
export const ReviewResponse = z.strictObject({
  id: ReviewId,
  advertiserId: AdvertiserId,
  cause: z.string(),
  status: z.enum(['open', 'decided']),
  openedAt: Instant,
  /** The latest decision; earlier ones are kept. */
  decision: z.optional(z.extend(DecisionContent, { number: z.int(), decidedAt: Instant })),
});
export const ReviewsResponse = z.strictObject({ reviews: z.array(ReviewResponse) });

export const ActivityResponse = z.strictObject({ id: FactId, contactId: ContactId, recordedAt: Instant });

export const DeclaredContactResponse = z.strictObject({
  contactId: ContactId,
  seq: z.int(),
  recordedAt: Instant,
  /** Declared so far, field by field. */
  declared: DeclaredFacts,
  isLinkedToPerson: z.boolean(),
});

const Sentence = z.strictObject({ fr: z.string(), en: z.string() });

/** What a recorded basis is worth by itself (D23). */
const judged = {
  /** It can found a message on at least one channel. */
  usable: z.boolean(),
  /** Evidence it lacks, as pointers into the recorded fact; below `/form`, fields of the form version that it names. */
  missing: z.array(z.string()),
  /** Why it founds nothing on these channels. */
  reasons: z.array(z.strictObject({ code: z.string(), sentence: Sentence, channels: z.array(Channel) })),
};
const recorded = { id: FactId, contactId: ContactId, ...judged, recordedAt: Instant };

/** A recorded consent, stored even when it can found nothing (D23), with a receipt that names no address. */
export const RecordedConsentResponse = z.strictObject({
  ...recorded,
  /** The fields of ISO/IEC TS 27560 that are known here. */
  receipt: z.strictObject({
    receiptId: FactId,
    schemaVersion: z.literal('1'),
    contactId: ContactId,
    controller: z.strictObject({ siren: Siren, legalName: z.string() }),
    channels: z.array(Channel),
    purpose: Purpose,
    /** The wording shown, by the seal over it; absent when no such version is stored. */
    form: z.optional(z.strictObject({ formId: FormId, version: VersionLabel, sha256: Sha256 })),
    /** The processing notice on the form, else the advertiser's. */
    noticeUrl: z.string(),
    givenAt: Instant,
    recordedAt: Instant,
    /** Position in the ledger of the contact. */
    seq: z.int(),
    /** How the person, or whoever hears the person, withdraws it. */
    withdrawal: z.extend(Sentence, { path: z.string() }),
    /** SHA-256 of the canonical JSON of the request's body. */
    requestSha256: Sha256,
  }),
});

/** A recorded sale, stored even when it can found nothing (D23). */
export const RecordedSaleResponse = z.strictObject({
  ...recorded,
  receipt: z.strictObject({
    id: FactId,
    advertiserId: AdvertiserId,
    recordedAt: Instant,
    /** SHA-256 of the canonical JSON of the request's body. */
    requestSha256: Sha256,
  }),
});

export const WithdrawalResponse = z.strictObject({
  id: FactId,
  consentId: FactId,
  occurredAt: Instant,
  recordedAt: Instant,
});

export const InvalidationResponse = z.strictObject({ consentId: FactId, recordedAt: Instant });

export const AnnulmentResponse = z.strictObject({
  /** The annulment's own id. */
  id: FactId,
  recordId: FactId,
  /** The contact gets no prospecting for a day from then on. */
  recordedAt: Instant,
});

export const OppositionResponse = z.strictObject({ id: FactId, contactId: ContactId, recordedAt: Instant });

export const ContactResponse = z.strictObject({
  advertiserId: AdvertiserId,
  contactId: ContactId,
  addressKind: AddressKind,
  seq: z.int(),
  declared: DeclaredFacts,
  isLinkedToPerson: z.boolean(),
  consents: z.array(z.extend(Consent, judged)),
  sales: z.array(z.extend(Sale, judged)),
  oppositions: z.array(Opposition),
  lastActAt: z.optional(Instant),
  firstRecordedAt: Instant,
  /** The ledger's events, oldest first. */
  timeline: z.array(LedgerEvent),
});

/** One reason, explained. */
export const ReasonResponse = z.strictObject({
  code: z.string(),
  sentence: Sentence,
  /** The text of law, doctrine, charter or house rule that it rests on, as one cites it. */
  citation: z.optional(
    z.strictObject({
      code: z.string(),
      number: z.string(),
      kind: z.string(),
      inForceSince: z.string(),
      quote: z.optional(z.string()),
      url: z.optional(z.string()),
    }),
  ),
  /** The version of that text: `l34-5/2020-07-26`. */
  article: z.optional(z.string()),
  sanction: z.optional(z.string()),
  factId: z.optional(z.string()),
  detail: z.optional(z.string()),
});

export const VerdictResponse = z.strictObject({
  outcome: Outcome,
  /** The first is the primary one. */
  reasons: z.array(ReasonResponse),
  /** What changes nothing but must be told. */
  notes: z.array(ReasonResponse),
  notBefore: z.optional(Instant),
  cause: z.optional(z.string()),
  at: Instant,
  seq: z.int(),
  settingsVersion: z.int(),
  rulebookVersion: z.string(),
  /** Decisions of humans that it rests on, by cause and number. */
  decisions: z.optional(z.array(z.string())),
});

export const VerdictsResponse = z.strictObject({
  verdicts: z.array(
    z.union([
      z.extend(VerdictResponse, {
        /** A verdict given in advance is worth nothing later: the one before the hand-off decides. */
        verdictExpiresAt: Instant,
      }),
      z.strictObject({ error: ProblemResponse }),
    ]),
  ),
});

export const AcceptedMessagesResponse = z.strictObject({
  messages: z.array(
    z.union([
      z.strictObject({
        id: MessageId,
        status: z.literal('accepted'),
        /** Names the content in a later message, instead of the content itself. */
        contentSha256: Sha256,
      }),
      z.strictObject({ error: ProblemResponse }),
    ]),
  ),
});

export const MessageResponse = z.strictObject({
  id: MessageId,
  advertiserId: AdvertiserId,
  contactId: ContactId,
  channel: Channel,
  purpose: Purpose,
  status: MessageStatus,
  contentSha256: Sha256,
  template: z.optional(TemplateReference),
  acceptedAt: Instant,
  validUntil: Instant,
  dueAt: z.optional(Instant),
  handedOffAt: z.optional(Instant),
  settledAt: z.optional(Instant),
  providerMessageId: z.optional(z.string()),
  bytesSha256: z.optional(Sha256),
  segments: z.optional(z.int()),
  /** Why it is parked: a code. */
  parkedBecause: z.optional(z.string()),
  verdict: z.optional(VerdictResponse),
});

export const ApiKeyResponse = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  advertisers: Binding,
  createdAt: Instant,
  /** The whole key, shown this once; absent when the same request is repeated. */
  key: z.optional(z.string()),
});
