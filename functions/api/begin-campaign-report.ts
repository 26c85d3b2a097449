import { acting } from '#functions/wiring/acting.ts';
import { campaigns, runs } from '#functions/wiring/campaigns.ts';
import { jobQueue, jobs } from '#functions/wiring/jobs.ts';
import { advertisers, clock } from '#functions/wiring.ts';
import { beginCampaignReport } from '#shared/app/campaigns/report/begin-campaign-report.ts';
import { campaignJobView } from '#shared/contracts/http/jobs/campaign-job.ts';
import { beginCampaignReportRoute } from '#shared/contracts/http/routes/begin-campaign-report.ts';
import { taken } from '#shared/edge/respond.ts';

/** Says of each recipient of a run what came of it, in files for people and for programs. */
export const handler = acting(beginCampaignReportRoute, async ({ env, path, body, accessTo, requestHashFor }) => {
  const access = accessTo(body.advertiserId);
  const ports = {
    advertisers: advertisers(env),
    campaigns: campaigns(env),
    runs: runs(env),
    jobs: jobs(env),
    jobQueue: jobQueue(env),
    clock,
  };
  const run = { ...path, scheduledAt: body.scheduledAt };
  const asked = { access, ...run, request: requestHashFor(access, run) };
  const job = await beginCampaignReport(ports, asked);
  return taken(campaignJobView(job), `/v1/jobs/${job.jobId}`);
});
