import { advertisers, clock, reviews } from '#functions/wiring.ts';
import { listReviews } from '#shared/app/reviews/list-reviews.ts';
import { reviewView } from '#shared/contracts/http/review.ts';
import { listReviewsRoute } from '#shared/contracts/http/routes/list-reviews.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The causes of an advertiser that wait for a human, and those decided, oldest first. */
export const handler = endpoint(listReviewsRoute, async ({ env, query, accessTo }) => {
  const found = await listReviews(
    { advertisers: advertisers(env), reviews: reviews(env), clock },
    accessTo(query.advertiserId),
  );
  return ok({ reviews: found.map(reviewView) });
});
