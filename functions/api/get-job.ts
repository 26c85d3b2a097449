import { clock } from '#functions/wiring.ts';
import { jobFiles, jobs } from '#functions/wiring-jobs.ts';
import { getJob } from '#shared/app/jobs/get-job.ts';
import { jobWithReportView } from '#shared/contracts/http/jobs/job-answer.ts';
import { getJobRoute } from '#shared/contracts/http/routes/get-job.ts';
import { endpoint } from '#shared/edge/api.ts';
import { ok } from '#shared/edge/respond.ts';

/** How far a job is, and the report of what it rejected. */
export const handler = endpoint(getJobRoute, async ({ env, path, query, accessTo }) =>
  ok(
    jobWithReportView(
      await getJob(
        { jobs: jobs(env), jobFiles: jobFiles(env), clock },
        { access: accessTo(query.advertiserId), ...path },
      ),
    ),
  ),
);
