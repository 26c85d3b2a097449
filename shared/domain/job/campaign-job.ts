import * as z from 'zod/mini';
import { CampaignId } from '../campaign/campaign.ts';
import { DryRun } from '../campaign/dry-run.ts';
import { RunReport } from '../campaign/run-report.ts';
import { AdvertiserId, Instant, JobId } from '../ids.ts';
import { type Job, JobState } from './job.ts';

/** What a job finds out about a campaign, with what is known so far. */
const CampaignTask = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('campaign-dry-run'), known: z.optional(DryRun) }),
  z.strictObject({ kind: z.literal('campaign-report'), known: z.optional(RunReport) }),
]);
type CampaignTask = z.infer<typeof CampaignTask>;
export type CampaignJobKind = CampaignTask['kind'];

/**
 * Why such a job fails. `sums-differ`: the recipients found are not those that were selected, and no file is written.
 * `too-late`: what it had written down of its parts was deleted before it ended. `too-many-recipients`: no run of the worker
 * could make the files.
 */
export const CAMPAIGN_JOB_FAULTS = ['campaign-gone', 'sums-differ', 'too-late', 'too-many-recipients'] as const;
type CampaignJobFault = (typeof CAMPAIGN_JOB_FAULTS)[number];

/** Work on the recipients of one run of a campaign, part by part. It writes nothing but itself and its files. */
export const CampaignJob = z.strictObject({
  advertiserId: AdvertiserId,
  jobId: JobId,
  /** The name of the campaign. */
  name: z.string(),
  campaignId: CampaignId,
  /** The run: when it is due, or was. */
  scheduledAt: Instant,
  task: CampaignTask,
  state: JobState,
  fault: z.optional(z.enum(CAMPAIGN_JOB_FAULTS)),
  createdAt: Instant,
  updatedAt: Instant,
  finishedAt: z.optional(Instant),
  /** Each change counts one more: of two that saw the same, one is made. */
  revision: z.int(),
  endsAt: Instant,
});
export type CampaignJob = z.infer<typeof CampaignJob>;

/** It ends here, with nothing to show. */
export const endedBy = (job: CampaignJob, fault: CampaignJobFault, finishedAt: Instant): CampaignJob => ({
  ...job,
  state: 'failed',
  fault,
  finishedAt,
});

/** A job on an uploaded file, or on a campaign. */
export type AnyJob = Job | CampaignJob;

export const isOfCampaign = (job: AnyJob): job is CampaignJob => 'campaignId' in job;
