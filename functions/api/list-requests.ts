import { readRequests } from '#functions/wiring/rights.ts';
import { advertisers } from '#functions/wiring.ts';
import { listRequests } from '#shared/app/rights/list-requests.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { rightsRequestView } from '#shared/contracts/http/rights/view.ts';
import { listRequestsRoute } from '#shared/contracts/http/routes/list-requests.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The requests of an advertiser, open ones first. */
export const handler = endpoint(listRequestsRoute, async ({ env, query: { advertiserId, ...page }, accessTo }) => {
  const found = await listRequests(
    { requests: readRequests(env), advertisers: advertisers(env) },
    { access: accessTo(advertiserId), page: pageOf(page) },
  );
  return ok({ requests: found.items.map(rightsRequestView), ...nextCursorOf(found) });
});
