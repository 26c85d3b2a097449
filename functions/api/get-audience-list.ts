import { jobs } from '#functions/wiring/jobs.ts';
import { getAudienceList } from '#shared/app/audience/get-audience-list.ts';
import { audienceListView, getAudienceListRoute } from '#shared/contracts/http/routes/get-audience-list.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** How many contacts a list has, and how far it is made. */
export const handler = endpoint(getAudienceListRoute, async ({ env, path, query, accessTo }) =>
  ok(audienceListView(await getAudienceList({ jobs: jobs(env) }, { access: accessTo(query.advertiserId), ...path }))),
);
