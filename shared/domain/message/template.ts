import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Approver } from '../advertiser/approver.ts';
import { AdvertiserId, Instant, OfferCategory, Sha256, TemplateId, VersionLabel } from '../ids.ts';
import { stated } from '../stated.ts';
import { line } from '../text/text.ts';
import { ContentChannel, InlineContent } from './content.ts';
import { FieldKinds } from './fields/kinds.ts';
import type { TemplateReference } from './message.ts';
import { OFFER_SIGNS } from './offer-sign.ts';
import { TemplateAssessment } from './template-assessment.ts';
import { TransactionalReason } from './transactional-reason.ts';

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

/** Its messages say how to stop them: all but what the person's own act or contract calls for (D5). */
export const carriesOppositionMeans = (one: MessageClass): boolean => one !== 'transactional';

/** What `PUT …/templates/{templateId}/versions/{version}` takes. Immutable once stored. */
export const TemplateVersionContent = z.strictObject({
  class: about('What its messages are. Absent: prospecting.', z._default(MessageClass, 'prospecting')),
  category: about(
    'What it offers or speaks of: a category of your own. Its messages carry this category and no other.',
    OfferCategory,
  ),
  content: about(
    'The content, of one channel. Parts that promote, between {{#prospecting}} and {{/prospecting}}, are left out where prospecting is refused.',
    InlineContent,
  ),
  approver: about('The named human who judged its subject; required beside subjectJudgement.', z.optional(Approver)),
  subjectJudgement: about(
    'What the approver found when comparing the subject with the offer (art. L. 34-5 CPCE, al. 5). Absent: nobody was asked.',
    z.optional(z.enum(['related', 'unrelated'])),
  ),
  reason: about('What calls for the message; required for transactional.', z.optional(TransactionalReason)),
  reference: about(
    'Where one finds the act or clause that calls for it, at most 200 characters; required for transactional.',
    z.optional(line(200)),
  ),
  fieldKinds: about(
    'What merge fields hold, by their names. A value of name, date, time, amount, number, reference, place or link is refused where it is none; but for those of link, such values are not searched for offers. item (the name of goods), text, and fields of which nothing is said: any words, which are.',
    z.optional(FieldKinds),
  ),
});
export type TemplateVersionContent = z.infer<typeof TemplateVersionContent>;

const { content: _content, ...described } = TemplateVersionContent.shape;

/** A stored template version; its content is in the content store. */
export const TemplateVersion = z.strictObject({
  ...described,
  /** It may be replaced, and no message is made from it. Absent: it never changes. */
  draft: z.optional(z.literal(true)),
  advertiserId: about('The advertiser whose messages are made from it.', AdvertiserId),
  templateId: about('The id of the template.', TemplateId),
  version: about('The label of this version.', VersionLabel),
  recordedAt: about('When this version was stored, in UTC.', Instant),
  /** The API key that put it; another one brings its approval. */
  putBy: z.string(),
  sha256: about('The content hash: SHA-256 of the canonical JSON (RFC 8785) of all that was put.', Sha256),
  channelKind: ContentChannel,
  contentSha256: about('SHA-256 of its content, which messages made from it carry.', Sha256),
  withoutBlocksSha256: about(
    'SHA-256 of the content that is sent where its prospecting blocks are left out. Absent: it has none.',
    z.optional(Sha256),
  ),
  /** SHA-256 of its content with the marks of its blocks, as it was written; absent: it has no blocks. */
  writtenSha256: z.optional(Sha256),
  /** Merge fields outside its blocks: their values alone can make the rest an offer; absent: it has no blocks. */
  fieldsOutsideBlocks: z.optional(z.array(z.string())),
  offerSigns: about(
    'Signs of an offer that were found in it, outside its prospecting blocks. asks-to-return: it asks people to come back to messages that promote, or to agree to them; assessed-promoting: a language model found that it promotes; not-assessed: it was to be asked, and gave no answer.',
    z.array(z.enum(OFFER_SIGNS)),
  ),
  assessment: about(
    'What a language model found that read it, outside its prospecting blocks. Absent: none was asked.',
    z.optional(TemplateAssessment),
  ),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

/** What was put of a stored version, with its content as it was written. */
export const templatePut = (stored: TemplateVersion, content: InlineContent): TemplateVersionContent => ({
  class: stored.class,
  category: stored.category,
  content,
  ...stated({
    approver: stored.approver,
    subjectJudgement: stored.subjectJudgement,
    reason: stored.reason,
    reference: stored.reference,
    fieldKinds: stored.fieldKinds,
  }),
});

/** The cause under which a template version is reviewed (D6): `template:order-confirmation@3`. */
export const templateCauseOf = ({ templateId, version }: TemplateReference): string =>
  `template:${templateId}@${version}`;

/** A human must look at it before it counts as what it says it is (D5). Nobody is asked of a draft. */
export const needsReview = (template: Pick<TemplateVersion, 'class' | 'offerSigns' | 'draft'>): boolean =>
  template.draft !== true &&
  (template.class === 'relational' || (template.class !== 'prospecting' && template.offerSigns.length > 0));
