import { doubtfulReplies } from '#functions/wiring/mail/replies-by-mail.ts';
import { waitingCounts } from '#functions/wiring/workers.ts';
import { advertisers, clock, contents, formVersions, reviews, templates } from '#functions/wiring.ts';
import { listReviews } from '#shared/app/reviews/list-reviews.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { reviewInFullView } from '#shared/contracts/http/review.ts';
import { listReviewsRoute } from '#shared/contracts/http/routes/list-reviews.ts';
import { endpoint } from '#shared/edge/api.ts';
import { mayAlso } from '#shared/edge/caller.ts';
import { ok } from '#shared/edge/respond.ts';

/** What a person wrote is shown to who may undo an opposition, and to nobody else. */
const UNSEEN = { wordsOf: () => Promise.resolve(undefined) };

/** The causes of an advertiser that wait for a human, and those decided. */
export const handler = endpoint(listReviewsRoute, async ({ env, query, caller, accessTo }) => {
  const ports = {
    advertisers: advertisers(env),
    reviews: reviews(env),
    waiting: waitingCounts(env),
    clock,
    doubtfulReplies: mayAlso(caller, 'records:annul') ? doubtfulReplies(env) : UNSEEN,
    formVersions: formVersions(env),
    templates: templates(env),
    contents: contents(env),
  };
  const asked = { access: accessTo(query.advertiserId), status: query.status, page: pageOf(query) };
  const found = await listReviews(ports, asked);
  return ok({ reviews: found.items.map(reviewInFullView), ...nextCursorOf(found) });
});
