import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { REVIEW_EXAMPLE, Review } from '../review.ts';
import { route } from '../route.ts';

/** The causes of an advertiser that wait for a human, and those decided. */
export const listReviewsRoute = route({
  name: 'list-reviews',
  method: 'GET',
  path: '/v1/reviews',
  scope: 'reviews:decide',
  query: AdvertiserQuery,
});

const Reviews = z.strictObject({
  reviews: about('Every cause of the advertiser, oldest first.', z.array(Review)),
});

document(listReviewsRoute, () => ({
  summary: 'The causes that wait for a human, and those decided',
  answers: [{ status: 200, means: 'Causes, oldest first', body: Reviews }],
  problems: ['advertiser-not-found'],
  answer: { reviews: [REVIEW_EXAMPLE] },
}));
