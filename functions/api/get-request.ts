import { showing } from '#functions/wiring/answers.ts';
import { identityPages } from '#functions/wiring/rights.ts';
import { getRequest } from '#shared/app/rights/get-request.ts';
import { requestWithExportView } from '#shared/contracts/http/rights/answered-view.ts';
import { getRequestRoute } from '#shared/contracts/http/routes/get-request.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** Shows a request of a person, with the files that answer it, and where they can show who they are. */
export const handler = endpoint(getRequestRoute, async ({ env, path, query, accessTo }) => {
  const ports = { ...showing(env), ...identityPages(env) };
  const asked = { access: accessTo(query.advertiserId), id: path.requestId };
  return ok(requestWithExportView(await getRequest(ports, asked)));
});
