import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { DecisionContent, ReviewId } from '#shared/domain/review/review.ts';
import { AnyInstant } from '../any-instant.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { Review } from '../review.ts';
import { route } from '../route.ts';

/** Decides a cause, as evidence; effective at the next vet. */
export const decideReviewRoute = route({
  name: 'decide-review',
  method: 'POST',
  path: '/v1/reviews/{reviewId}/decision',
  scope: 'reviews:decide',
  idempotency: 'required',
  parameters: z.strictObject({ reviewId: about('The id of the review, as GET /v1/reviews lists it.', ReviewId) }),
  query: AdvertiserQuery,
  body: z.extend(DecisionContent, { until: about(DecisionContent.shape.until, z.optional(AnyInstant)) }),
});

document(decideReviewRoute, () => ({
  summary: 'Decides a cause once: what waits on it is released or refused together',
  answers: [{ status: 200, means: 'Decided, effective at the next vet', body: Review }],
  problems: [
    'advertiser-not-found',
    'idempotency-key-missing',
    'idempotency-key-reused',
    'review-not-found',
    'record-not-found',
    'concurrent-change',
  ],
  request: {
    decision: 'allowed',
    appliesTo: { channels: ['email'] },
    until: '2027-11-24T00:00:00+01:00',
    reason: 'Compte gratuit ouvert pour accéder à l’offre payante : CJUE, C-654/23.',
    decider: 'Jeanne Roy, DPO',
  },
}));
