import { acting } from '#functions/wiring/acting.ts';
import { jobQueue, jobs } from '#functions/wiring/jobs.ts';
import { clock } from '#functions/wiring.ts';
import { commitImport } from '#shared/app/imports/commit-import.ts';
import { jobView } from '#shared/contracts/http/jobs/job-answer.ts';
import { commitImportRoute } from '#shared/contracts/http/routes/commit-import.ts';
import { taken } from '#shared/edge/respond.ts';

/** Records the rows of an import that was checked. */
export const handler = acting(commitImportRoute, async ({ env, path, query, caller, accessTo }) => {
  const ports = { jobs: jobs(env), jobQueue: jobQueue(env), clock };
  const access = accessTo(query.advertiserId);
  const job = await commitImport(ports, { access, jobId: path.jobId, apiKeyId: caller.apiKeyId });
  return taken(jobView(job), `/v1/jobs/${job.jobId}`);
});
