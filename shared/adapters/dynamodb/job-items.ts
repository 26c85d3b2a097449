import * as z from 'zod/mini';
import { AdvertiserId, Instant, JobId, Sha256, UploadId } from '#shared/domain/ids.ts';
import { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { Job } from '#shared/domain/job/job.ts';
import { item } from './item-of.ts';

/** What the table contains of uploads and jobs, item by item (`items.ts`). */

/** A job, as it is now. */
export const JobItem = z.extend(Job, { ...item('job'), bodySha256: Sha256, expiresAt: z.int() });

/** A job on a campaign, as it is now: where the others are. */
export const CampaignJobItem = z.extend(CampaignJob, {
  ...item('campaign-job'),
  bodySha256: Sha256,
  expiresAt: z.int(),
});

/** A job in the list of an advertiser. */
export const ListedJobItem = z.strictObject({ ...item('listed-job'), jobId: JobId, expiresAt: z.int() });

/** A file that may be uploaded. */
export const UploadItem = z.strictObject({
  ...item('upload'),
  advertiserId: AdvertiserId,
  uploadId: UploadId,
  bytes: z.int(),
  sha256: Sha256,
  endsAt: Instant,
  bodySha256: Sha256,
  expiresAt: z.int(),
});
