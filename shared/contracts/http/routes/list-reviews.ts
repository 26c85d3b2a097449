import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { nextCursor, pageParameters } from '../page.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { ReviewInFull } from '../review.ts';
import { route } from '../route.ts';

/** The causes of an advertiser that wait for a human, and those decided. */
export const listReviewsRoute = route({
  name: 'list-reviews',
  method: 'GET',
  path: '/v1/reviews',
  scope: 'reviews:decide',
  query: z.extend(AdvertiserQuery, {
    status: about(
      'open: causes that wait for a human. decided: causes whose decision applies. Absent: both.',
      z.optional(z.enum(['open', 'decided'])),
    ),
    ...pageParameters,
  }),
});

export const ReviewsPage = z.strictObject({
  reviews: about('Causes, in an order that stays.', z.array(ReviewInFull)),
  nextCursor,
});

document(listReviewsRoute, () => ({
  summary: 'The causes that wait for a human, with what they are about and how many messages wait',
  answers: [{ status: 200, means: 'One page of causes', body: ReviewsPage }],
  problems: ['advertiser-not-found'],
}));
