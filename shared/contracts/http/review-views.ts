import type * as z from 'zod/mini';
import type { StandingReview } from '#shared/app/reviews/list-reviews.ts';
import { needsReview, type TemplateVersion, templateCauseOf } from '#shared/domain/message/template.ts';
import type { ReviewResponse, TemplateVersionResponse } from './responses.ts';

/** A stored template version, and the cause under which a human must look at it, if any. */
export const templateVersionView = (stored: TemplateVersion): z.infer<typeof TemplateVersionResponse> => ({
  advertiserId: stored.advertiserId,
  templateId: stored.templateId,
  version: stored.version,
  class: stored.class,
  sha256: stored.sha256,
  contentSha256: stored.contentSha256,
  ...(stored.withoutBlocksSha256 === undefined ? {} : { withoutBlocksSha256: stored.withoutBlocksSha256 }),
  offerSigns: stored.offerSigns,
  recordedAt: stored.recordedAt,
  ...(needsReview(stored) ? { reviewCause: templateCauseOf(stored) } : {}),
});

/** A review as it stands, with the latest decision. */
export const reviewView = ({ review, isOpen }: StandingReview): z.infer<typeof ReviewResponse> => ({
  id: review.reviewId,
  advertiserId: review.advertiserId,
  cause: review.cause,
  status: isOpen ? 'open' : 'decided',
  openedAt: review.openedAt,
  ...(review.decision === undefined ? {} : { decision: decisionView(review.decision) }),
});

const decisionView = (stored: NonNullable<StandingReview['review']['decision']>) => {
  const { requestId: _request, bodySha256: _body, apiKeyId: _key, ...decision } = stored;
  return decision;
};
