import * as z from 'zod/mini';
import type { ReviewNow, ReviewToRead } from '#shared/app/reviews/list-reviews.ts';
import type { SubjectOfReview } from '#shared/app/reviews/subject-of-review.ts';
import { about, named } from '#shared/domain/about.ts';
import { FormId, Instant, TemplateId, VersionLabel } from '#shared/domain/ids.ts';
import { MessageClass } from '#shared/domain/message/template.ts';
import { TemplateAssessment } from '#shared/domain/message/template-assessment.ts';
import { DecisionContent, ReviewDecision, Review as StoredReview } from '#shared/domain/review/review.ts';
import { stated } from '#shared/domain/stated.ts';
import { reasonOfCause } from '#shared/law/reasons/cause.ts';
import { Reason, reasonView } from './verdict/reason.ts';

const { reviewId, advertiserId, cause, openedAt, complainedAt } = StoredReview.shape;
const { number, decidedAt } = ReviewDecision.shape;

/** A cause that a human decides once; `open` again when the period of its decision has passed. */
export const Review = named(
  'Review',
  z.strictObject({
    id: reviewId,
    advertiserId,
    cause,
    status: about(
      'open: it waits for a human. decided: the latest decision applies. Open again when the decision has ended, or when someone complained since.',
      z.enum(['open', 'decided']),
    ),
    openedAt,
    complainedAt,
    decision: about(
      'The latest decision; earlier ones are kept. Absent: none was taken.',
      z.optional(z.extend(DecisionContent, { number, decidedAt })),
    ),
  }),
);

/** A review with its latest decision, and whether it is open now. */
export const reviewView = ({ review, isOpen }: ReviewNow): z.infer<typeof Review> => ({
  id: review.reviewId,
  advertiserId: review.advertiserId,
  cause: review.cause,
  status: isOpen ? 'open' : 'decided',
  openedAt: review.openedAt,
  ...(review.complainedAt === undefined ? {} : { complainedAt: review.complainedAt }),
  ...(review.decision === undefined ? {} : { decision: decisionView(review.decision) }),
});

const decisionView = (stored: ReviewDecision): NonNullable<z.infer<typeof Review>['decision']> => {
  const { requestId: _request, bodySha256: _body, apiKeyId: _key, ...decision } = stored;
  return decision;
};

/** What a human reads to decide: the wording of a form, the subject and the text of a template, or what a person wrote. */
const Subject = named(
  'SubjectOfReview',
  z.union([
    z.strictObject({
      kind: about('Always form.', z.literal('form')),
      formId: about('The id of the form.', FormId),
      version: about('The label of its version.', VersionLabel),
      wording: about('The whole text shown beside the act.', z.string()),
    }),
    z.strictObject({
      kind: about('Always template.', z.literal('template')),
      templateId: about('The id of the template.', TemplateId),
      version: about('The label of its version.', VersionLabel),
      class: about('What its messages are said to be.', MessageClass),
      subject: about('Its subject. Absent: content of its channel has none.', z.optional(z.string())),
      text: about(
        'Its text without markup, the first 4000 characters. Absent: it is not there.',
        z.optional(z.string()),
      ),
      assessment: about(
        'What a language model found that read it. Absent: none was asked.',
        z.optional(TemplateAssessment),
      ),
    }),
    z.strictObject({
      kind: about('Always reply.', z.literal('reply')),
      words: about(
        'What the person wrote in a reply by mail or by SMS, without what it quotes, at most 2000 characters. Absent: it is decided, the contact is gone, or the key lacks the scope records:annul.',
        z.optional(z.string()),
      ),
      endsAt: about('When the words are gone and the opposition is final, in UTC.', z.optional(Instant)),
    }),
  ]),
);

/** A review with all that a human needs to decide it. */
export const ReviewInFull = named(
  'ReviewInFull',
  z.extend(Review, {
    reason: about('Why a human is asked, with the text. Absent: for no reason that is known.', z.optional(Reason)),
    subject: about('What the cause is about. Absent: no stored version.', z.optional(Subject)),
    waiting: about(
      'How many messages and recipients of campaigns wait on it now. Recipients are vetted again each hour, where others leave a place of the minute: those that are just then are not counted.',
      z.int(),
    ),
  }),
);

const TEXT_SHOWN = 4000;

const subjectView = (subject: SubjectOfReview, { endsAt }: StoredReview): z.infer<typeof Subject> => {
  if (subject.kind === 'reply') {
    const { words } = subject;
    return { kind: 'reply', ...(words === undefined ? {} : { words }), ...(endsAt === undefined ? {} : { endsAt }) };
  }
  if (subject.kind === 'form') {
    const { formId, version, wording } = subject.form;
    return { kind: 'form', formId, version, wording };
  }
  const { templateId, version, class: messageClass, assessment } = subject.template;
  const text = subject.text?.slice(0, TEXT_SHOWN);
  return {
    kind: 'template',
    templateId,
    version,
    class: messageClass,
    ...stated({ subject: subject.subject, text, assessment }),
  };
};

/** The same of a review with what it is about. */
export const reviewInFullView = (read: ReviewToRead): z.infer<typeof ReviewInFull> => {
  const reason = reasonOfCause(read.review.cause);
  return {
    ...reviewView(read),
    ...(reason === undefined ? {} : { reason: reasonView(reason) }),
    ...(read.subject === undefined ? {} : { subject: subjectView(read.subject, read.review) }),
    waiting: read.waiting,
  };
};
