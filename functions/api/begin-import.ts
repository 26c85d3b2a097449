import { acting } from '#functions/wiring/acting.ts';
import { jobFiles, jobQueue, jobs } from '#functions/wiring/jobs.ts';
import { advertisers, clock, formVersions, oppositionLists } from '#functions/wiring.ts';
import { beginImport } from '#shared/app/imports/begin-import.ts';
import { jobView } from '#shared/contracts/http/jobs/job-answer.ts';
import { beginImportRoute } from '#shared/contracts/http/routes/begin-import.ts';
import { taken } from '#shared/edge/respond.ts';

/** Begins to check an uploaded file before it is imported. */
export const handler = acting(beginImportRoute, async ({ env, body, caller, accessTo, requestHashFor }) => {
  const { advertiserId, ...asked } = body;
  const access = accessTo(advertiserId);
  const ports = {
    advertisers: advertisers(env),
    formVersions: formVersions(env),
    jobs: jobs(env),
    jobFiles: jobFiles(env),
    jobQueue: jobQueue(env),
    oppositionLists: oppositionLists(env),
    clock,
  };
  const request = requestHashFor(access);
  const job = await beginImport(ports, { access, ...asked, apiKeyId: caller.apiKeyId, request });
  return taken(jobView(job), `/v1/jobs/${job.jobId}`);
});
