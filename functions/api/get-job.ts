import { jobFiles, jobs, prices, reportFiles } from '#functions/wiring/jobs.ts';
import { clock } from '#functions/wiring.ts';
import { getJob } from '#shared/app/jobs/get-job.ts';
import { anyJobWithResultView } from '#shared/contracts/http/jobs/any-job.ts';
import { getJobRoute } from '#shared/contracts/http/routes/get-job.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** How far a job is, and what it made. */
export const handler = endpoint(getJobRoute, async ({ env, path, query, accessTo }) =>
  ok(
    anyJobWithResultView(
      await getJob(
        { jobs: jobs(env), jobFiles: jobFiles(env), reportFiles: reportFiles(env), clock },
        { access: accessTo(query.advertiserId), ...path },
      ),
      prices(env),
    ),
  ),
);
