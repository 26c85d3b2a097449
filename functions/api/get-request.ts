import { rightsRequests } from '#functions/wiring/rights.ts';
import { getRequest } from '#shared/app/rights/get-request.ts';
import { rightsRequestView } from '#shared/contracts/http/rights/view.ts';
import { getRequestRoute } from '#shared/contracts/http/routes/get-request.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Shows a request of a person. */
export const handler = endpoint(getRequestRoute, async ({ env, path, query, accessTo }) =>
  ok(
    rightsRequestView(
      await getRequest({ requests: rightsRequests(env) }, { access: accessTo(query.advertiserId), id: path.requestId }),
    ),
  ),
);
