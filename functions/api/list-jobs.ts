import { jobs } from '#functions/wiring/jobs.ts';
import { advertisers } from '#functions/wiring.ts';
import { listJobs } from '#shared/app/jobs/list-jobs.ts';
import { anyJobView } from '#shared/contracts/http/jobs/any-job.ts';
import { nextCursorOf, pageOf } from '#shared/contracts/http/page.ts';
import { listJobsRoute } from '#shared/contracts/http/routes/list-jobs.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** The jobs of an advertiser, the latest first. */
export const handler = endpoint(listJobsRoute, async ({ env, query: { advertiserId, ...page }, accessTo }) => {
  const found = await listJobs(
    { jobs: jobs(env), advertisers: advertisers(env) },
    { access: accessTo(advertiserId), page: pageOf(page) },
  );
  return ok({ jobs: found.items.map(anyJobView), ...nextCursorOf(found) });
});
