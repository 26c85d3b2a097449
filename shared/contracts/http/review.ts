import * as z from 'zod/mini';
import type { ReviewNow } from '#shared/app/reviews/list-reviews.ts';
import { about, named } from '#shared/domain/about.ts';
import { DecisionContent, ReviewDecision, Review as StoredReview } from '#shared/domain/review/review.ts';

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

/** A review as examples show it. */
export const REVIEW_EXAMPLE = {
  id: 'rev_Jx3bT0Zq8mVn5wKcR7dL2s',
  advertiserId: 'maison-valmy',
  cause: 'sale-type:free-account',
  status: 'decided',
  openedAt: '2026-11-23T08:12:44.120Z',
  decision: {
    decision: 'allowed',
    appliesTo: { channels: ['email'] },
    until: '2027-11-23T23:00:00.000Z',
    reason: 'Compte gratuit ouvert pour accéder à l’offre payante : CJUE, C-654/23.',
    decider: 'Jeanne Roy, DPO',
    number: 1,
    decidedAt: '2026-11-24T09:00:00.000Z',
  },
};
