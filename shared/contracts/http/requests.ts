import * as z from 'zod/mini';
import { Binding, Scope } from '#shared/domain/advertiser/api-key.ts';
import { ConsentFacts } from '#shared/domain/consent/consent.ts';
import { FormVersionContent } from '#shared/domain/consent/form-version.ts';
import { Act } from '#shared/domain/contact/activity.ts';
import { CollectionSource, DeclaredFacts, Profession } from '#shared/domain/contact/contact.ts';
import { AnnulmentContent } from '#shared/domain/ledger/annulment.ts';
import { Channel, Purpose } from '#shared/domain/message/channel.ts';
import { FinalBytes, InlineContent } from '#shared/domain/message/content.ts';
import { ClaimedBasis, TemplateReference } from '#shared/domain/message/message.ts';
import { TemplateVersionContent } from '#shared/domain/message/template.ts';
import { OppositionScope, REPORTED_ROADS } from '#shared/domain/opposition/opposition.ts';
import { DecisionContent, ReviewId } from '#shared/domain/review/review.ts';
import { SaleFacts } from '#shared/domain/sale/sale.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import {
  AdvertiserId,
  ContactId,
  FactId,
  FormId,
  type Instant,
  MessageId,
  OfferCategory,
  Sha256,
  TemplateId,
  VersionLabel,
} from '../../domain/ids.ts';

/**
 * Bodies that the application API takes. Unknown fields are refused everywhere; instants may carry any offset and are
 * kept in UTC; an address stands in the body, never in a URL.
 */

/** An address: one of an e-mail address or a telephone number in international form. */
export const ContactAddress = z.union([
  z.strictObject({ email: z.string().check(z.minLength(3), z.maxLength(254)) }),
  z.strictObject({ phone: z.string().check(z.minLength(5), z.maxLength(40)) }),
]);
export type ContactAddress = z.infer<typeof ContactAddress>;

const ofContact = { advertiserId: AdvertiserId, contact: ContactAddress };
const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** RFC 3339 with any offset; kept as UTC with milliseconds. */
const AnyInstant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text): Instant => toInstant(Date.parse(text))),
);

/** `PUT /v1/contacts` */
export const DeclareContactRequest = z.strictObject({
  ...ofContact,
  ...DeclaredFacts.shape,
  profession: z.optional(
    z.extend(Profession, {
      source: z.optional(
        z.strictObject({
          kind: CollectionSource,
          reference: z.optional(text(300)),
          collectedAt: z.optional(AnyInstant),
        }),
      ),
      noticeGivenAt: z.optional(AnyInstant),
      refusalOfferedAt: z.optional(AnyInstant),
    }),
  ),
  lastActAt: z.optional(AnyInstant),
  trackingNoticeGivenAt: z.optional(AnyInstant),
  /** The advertiser's own reference of the human behind the contact; kept only as a keyed fingerprint (D1). */
  personRef: z.optional(text(200)),
});

/** `PUT …/forms/{formId}/versions/{version}` */
export const PutFormVersionRequest = z.extend(FormVersionContent, {
  approver: z.optional(z.strictObject({ name: text(120), approvedAt: AnyInstant })),
});

/** `PUT …/templates/{templateId}/versions/{version}` */
export const PutTemplateVersionRequest = z.extend(TemplateVersionContent, {
  approver: z.optional(z.strictObject({ name: text(120), approvedAt: AnyInstant })),
});

/** `POST /v1/consents` */
export const RecordConsentRequest = z.strictObject({ ...ofContact, ...ConsentFacts.shape, givenAt: AnyInstant });

/** `POST /v1/consents/{consentId}/withdrawal` */
export const WithdrawConsentRequest = z.strictObject({ occurredAt: z.optional(AnyInstant) });

/** `POST /v1/consents/{consentId}/invalidation`: why the consent counts no longer. */
export const InvalidateConsentRequest = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});

/** `POST /v1/records/{recordId}/annulment` */
export const AnnulRecordRequest = AnnulmentContent;

/** `POST /v1/sales` */
export const RecordSaleRequest = z.strictObject({
  ...ofContact,
  ...SaleFacts.shape,
  soldAt: AnyInstant,
  cancelledAt: z.optional(AnyInstant),
  relationEndedAt: z.optional(AnyInstant),
});

/** `POST /v1/activities`: an act of the person; an open is none (RET-2). */
export const RecordActivityRequest = z.strictObject({ ...ofContact, act: Act, occurredAt: AnyInstant });

/** `POST /v1/oppositions` */
export const RegisterOppositionRequest = z.strictObject({
  ...ofContact,
  /** `{ scope: 'global' }`, `{ scope: 'channel', channels }` or `{ scope: 'purpose', channels, purpose }`. */
  of: z._default(OppositionScope, { scope: 'global' }),
  road: z.enum(REPORTED_ROADS),
  /** Absent: counts from its recording (OPP-4). */
  occurredAt: z.optional(AnyInstant),
  evidence: z.optional(
    z.strictObject({ sha256: Sha256, mediaType: z.optional(text(100)), reference: z.optional(text(200)) }),
  ),
});

/** `POST /v1/contacts/lookup` */
export const LookUpContactRequest = z.strictObject(ofContact);

const message = {
  contact: ContactAddress,
  channel: Channel,
  purpose: z._default(Purpose, 'own-offers'),
  basis: z.optional(ClaimedBasis),
  /** Expected unless a template is named: a template has its own. */
  offerCategory: z.optional(OfferCategory),
  sender: z.optional(text(254)),
  /** The template version that the message is made from; without one it is free text, which is prospecting (D5). */
  template: z.optional(TemplateReference),
};

/** A message that one asks about. */
export const ProposedMessageRequest = z.strictObject({
  ...message,
  subject: z.optional(text(500)),
  /** Until when it may wait; absent: the usual validity of its channel. */
  validUntil: z.optional(AnyInstant),
  bytes: z.optional(FinalBytes),
  /** The bytes were made without the prospecting blocks of their template; absent: they are judged as holding them. */
  withoutProspectingBlocks: z.optional(z.literal(true)),
});

/** `POST /v1/verdicts`: up to 100; nothing is sent. */
export const GiveVerdictsRequest = z.strictObject({
  advertiserId: AdvertiserId,
  messages: z.array(ProposedMessageRequest).check(z.minLength(1), z.maxLength(100)),
});

/** A batch as it is read first: its items are parsed one by one, so that a bad one does not lose the others. */
export const Batch = z.strictObject({
  advertiserId: AdvertiserId,
  messages: z.array(z.unknown()).check(z.minLength(1), z.maxLength(100)),
});

/** Content inline (stored first, at most 256 KiB), or the SHA-256 of content stored by an earlier message. */
export const MessageContent = z.union([...InlineContent.def.options, z.strictObject({ sha256: Sha256 })]);
export type MessageContent = z.infer<typeof MessageContent>;

/** One message to send. */
export const AcceptedMessageRequest = z.strictObject({
  ...message,
  /** Either content, or the template named. */
  content: z.optional(MessageContent),
  /** Values for `{{name}}` in subject, HTML and text; HTML-escaped where needed. */
  mergeValues: z._default(
    z.record(z.string().check(z.regex(/^[A-Za-z][\w.]{0,63}$/)), z.string().check(z.maxLength(1000))),
    {},
  ),
  validUntil: z.optional(AnyInstant),
});
export type AcceptedMessageRequest = z.infer<typeof AcceptedMessageRequest>;

/** `POST /v1/messages`: up to 100, an outcome for each. */
export const AcceptMessagesRequest = z.strictObject({
  advertiserId: AdvertiserId,
  messages: z.array(AcceptedMessageRequest).check(z.minLength(1), z.maxLength(100)),
});

/** Query of the routes that find their advertiser by it, or else by the key's only one. */
export const AdvertiserQuery = z.strictObject({ advertiserId: z.optional(AdvertiserId) });

/** Path parameters. */
export const AdvertiserPath = z.strictObject({ advertiserId: AdvertiserId });
export const FormVersionPath = z.strictObject({ advertiserId: AdvertiserId, formId: FormId, version: VersionLabel });
export const TemplateVersionPath = z.strictObject({
  advertiserId: AdvertiserId,
  templateId: TemplateId,
  version: VersionLabel,
});
export const ReviewPath = z.strictObject({ reviewId: ReviewId });
export const ConsentPath = z.strictObject({ consentId: FactId });
export const RecordPath = z.strictObject({ recordId: FactId });
export const ContactPath = z.strictObject({ contactId: ContactId });
export const MessagePath = z.strictObject({ messageId: MessageId });
export const ApiKeyPath = z.strictObject({ apiKeyId: z.string().check(z.maxLength(64)) });

/** `POST /v1/reviews/{reviewId}/decision` */
export const DecideReviewRequest = z.extend(DecisionContent, { until: z.optional(AnyInstant) });

/** `POST /v1/api-keys` */
export const CreateApiKeyRequest = z.strictObject({
  name: text(100),
  scopes: z.array(Scope).check(z.minLength(1)),
  advertisers: Binding,
});
