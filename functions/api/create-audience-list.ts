import { acting } from '#functions/wiring/acting.ts';
import { jobFiles, jobQueue, jobs } from '#functions/wiring/jobs.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { createAudienceList } from '#shared/app/audience/create-audience-list.ts';
import { jobView } from '#shared/contracts/http/jobs/job-answer.ts';
import { createAudienceListRoute } from '#shared/contracts/http/routes/create-audience-list.ts';
import { taken } from '#shared/edge/respond.ts';

/** Makes a list of contacts of an uploaded CSV file, by a job. */
export const handler = acting(createAudienceListRoute, async ({ env, body, accessTo, requestHashFor }) => {
  const { advertiserId, ...asked } = body;
  const access = accessTo(advertiserId);
  const ports = {
    advertisers: advertisers(env),
    jobs: jobs(env),
    jobFiles: jobFiles(env),
    jobQueue: jobQueue(env),
    clock,
  };
  const job = await createAudienceList(ports, { access, ...asked, request: requestHashFor(access) });
  return taken(jobView(job), `/v1/jobs/${job.jobId}`);
});
