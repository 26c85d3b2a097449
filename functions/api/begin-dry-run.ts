import { acting } from '#functions/wiring/acting.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { jobQueue, jobs } from '#functions/wiring/jobs.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { beginDryRun } from '#shared/app/campaigns/dry-run/begin-dry-run.ts';
import { campaignJobView } from '#shared/contracts/http/jobs/campaign-job.ts';
import { beginDryRunRoute } from '#shared/contracts/http/routes/begin-dry-run.ts';
import { taken } from '#shared/edge/respond.ts';

/** Looks at each recipient of the next run of a campaign as the sender will, and sends nothing. */
export const handler = acting(beginDryRunRoute, async ({ env, path, query, accessTo, requestHashFor }) => {
  const access = accessTo(query.advertiserId);
  const ports = {
    advertisers: advertisers(env),
    campaigns: campaigns(env),
    jobs: jobs(env),
    jobQueue: jobQueue(env),
    clock,
  };
  const job = await beginDryRun(ports, { access, campaignId: path.campaignId, request: requestHashFor(access, path) });
  return taken(campaignJobView(job), `/v1/jobs/${job.jobId}`);
});
