import * as z from 'zod/mini';
import { Approver } from '../advertiser/approver.ts';
import { AdvertiserId, Instant, OfferCategory, Sha256, TemplateId, VersionLabel } from '../ids.ts';
import { EmailContent, SmsContent, type TemplateReference } from './message.ts';
import { OFFER_SIGNS } from './offer-signs.ts';

/**
 * What a message is (D5). `prospecting`: all that promotes goods, services or image, and all that names no class.
 * `transactional`: what the person's own act or contract calls for. `relational`: neither, hence only after a review.
 * `renewal-request`: asks once, shortly before the data expire, whether the person wants to stay, and offers nothing
 * (RET-4); it needs a basis as prospecting does.
 */
export const MessageClass = z.enum(['prospecting', 'transactional', 'relational', 'renewal-request']);
export type MessageClass = z.infer<typeof MessageClass>;

/** The classes that are no prospecting, and go without a basis. */
export type ClassWithoutBasis = Extract<MessageClass, 'transactional' | 'relational'>;
export const needsNoBasis = (one: MessageClass): one is ClassWithoutBasis =>
  one === 'transactional' || one === 'relational';

/** Why a transactional message is owed to its reader. */
const TransactionalReason = z.enum([
  'order',
  'delivery',
  'invoice',
  'appointment',
  'account',
  'security',
  'contract',
  'legal-notice',
  'request',
]);

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** What `PUT …/templates/{templateId}/versions/{version}` takes. Immutable once stored. */
export const TemplateVersionContent = z.strictObject({
  class: z._default(MessageClass, 'prospecting'),
  /** What it offers or speaks of; its messages carry this category and no other. */
  category: OfferCategory,
  /**
   * What is else no prospecting may hold parts that promote, between `{{#prospecting}}` and `{{/prospecting}}`: they are
   * left out where prospecting is refused (D5).
   */
  content: z.union([z.strictObject({ email: EmailContent }), z.strictObject({ sms: SmsContent })]),
  /** The named human who approved this version; asked of every class but prospecting. */
  approver: z.optional(Approver),
  /** What the approver found when comparing the subject with the offer (L. 34-5 al. 5); absent: nobody was asked. */
  subjectJudgement: z.optional(z.enum(['related', 'unrelated'])),
  /** Asked of `transactional`: what calls for the message, and by which reference of the advertiser's one finds it. */
  reason: z.optional(TransactionalReason),
  reference: z.optional(text(200)),
});
export type TemplateVersionContent = z.infer<typeof TemplateVersionContent>;

const { content: _content, ...described } = TemplateVersionContent.shape;

/** A stored template version; its content lies in the content store. */
export const TemplateVersion = z.strictObject({
  ...described,
  advertiserId: AdvertiserId,
  templateId: TemplateId,
  version: VersionLabel,
  recordedAt: Instant,
  /** SHA-256 of the canonical JSON of all that was put: its seal. */
  sha256: Sha256,
  channelKind: z.enum(['email', 'sms']),
  contentSha256: Sha256,
  /** The content that is sent where its prospecting blocks are left out; absent: it has none (D5). */
  withoutBlocksSha256: z.optional(Sha256),
  /** Merge fields that stand outside its blocks: their values alone can make the rest an offer; absent: it has no blocks. */
  fieldsOutsideBlocks: z.optional(z.array(z.string())),
  /** Signs of an offer that were found when it was put, outside its prospecting blocks. */
  offerSigns: z.array(z.enum(OFFER_SIGNS)),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

/** The cause under which a template version is reviewed (D6): `template:order-confirmation@3`. */
export const templateCauseOf = ({ templateId, version }: TemplateReference): string =>
  `template:${templateId}@${version}`;

/** A human must look at it before it counts as what it says it is (D5). */
export const needsReview = (template: Pick<TemplateVersion, 'class' | 'offerSigns'>): boolean =>
  template.class === 'relational' || (template.class !== 'prospecting' && template.offerSigns.length > 0);
