import * as z from 'zod/mini';
import type { ShownJob } from '#shared/app/jobs/get-job.ts';
import { type AnyJob, isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { CampaignJobView, CampaignJobWithResult, campaignJobView, campaignJobWithResultView } from './campaign-job.ts';
import type { Prices } from './dry-run-cost.ts';
import { JobView, JobWithReport, jobView, jobWithReportView } from './job-answer.ts';

/** A job of any kind, as lists show it: `kind` says which. */
export const AnyJobView = z.union([JobView, CampaignJobView]);

/** A job of any kind, with what it made. */
export const AnyJobWithResult = z.union([JobWithReport, CampaignJobWithResult]);

export const anyJobView = (job: AnyJob): z.infer<typeof AnyJobView> =>
  isOfCampaign(job) ? campaignJobView(job) : jobView(job);

export const anyJobWithResultView = (shown: ShownJob, prices: Prices): z.infer<typeof AnyJobWithResult> =>
  'files' in shown ? campaignJobWithResultView(shown, prices) : jobWithReportView(shown);
