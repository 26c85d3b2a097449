import { manifest } from '#functions/manifest.ts';
import { clock, reviews } from '#functions/wiring.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { AdvertiserQuery, DecideReviewRequest, ReviewPath } from '#shared/contracts/http/requests.ts';
import { reviewView } from '#shared/contracts/http/review-views.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Decides a cause, as evidence; effective at the next vet. */
export const handler = endpoint(manifest['decide-review'], {
  path: ReviewPath,
  query: AdvertiserQuery,
  body: DecideReviewRequest,
  idempotency: 'required',
  run: async ({ env, path, query, body, caller, scopeOf, requestHashFor }) => {
    const scope = scopeOf(query.advertiserId);
    const decided = await decideReview(
      { reviews: reviews(env), clock },
      {
        scope,
        reviewId: path.reviewId,
        content: body,
        apiKeyId: caller.apiKeyId,
        request: requestHashFor(scope, { reviewId: path.reviewId, ...body }),
      },
    );
    return ok(reviewView(decided));
  },
});
