import { acting } from '#functions/wiring/acting.ts';
import { clock, ledgerWithoutAddresses, reviews } from '#functions/wiring.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { reviewView } from '#shared/contracts/http/review.ts';
import { decideReviewRoute } from '#shared/contracts/http/routes/decide-review.ts';
import { mayAlso } from '#shared/edge/caller.ts';
import { ok } from '#shared/edge/respond.ts';

/** Decides a cause, as evidence; effective at the next vet. */
export const handler = acting(
  decideReviewRoute,
  async ({ env, path, query, body, caller, accessTo, requestHashFor }) => {
    const access = accessTo(query.advertiserId);
    const decided = await decideReview(
      { reviews: reviews(env), ledger: ledgerWithoutAddresses(env), clock },
      {
        access,
        reviewId: path.reviewId,
        content: body,
        apiKeyId: caller.apiKeyId,
        mayAnnul: mayAlso(caller, 'records:annul'),
        request: requestHashFor(access, { reviewId: path.reviewId, ...body }),
      },
    );
    return ok(reviewView(decided));
  },
);
