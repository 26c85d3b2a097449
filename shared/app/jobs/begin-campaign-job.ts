import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { jobIdOf } from '#shared/domain/contact/fingerprint.ts';
import { idempotencyKeyReused } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type CampaignJob, type CampaignJobKind, isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import { JOB_DAYS_KEPT } from './begin-job.ts';
import type { JobQueue, Jobs } from './jobs.port.ts';

export interface BeginCampaignPorts {
  readonly jobs: Pick<Jobs, 'create' | 'get'>;
  readonly jobQueue: JobQueue;
  readonly clock: Clock;
}

/** A job on one run of a campaign, as a caller asks for it. */
export interface AskedOfCampaign {
  readonly access: AdvertiserAccess;
  readonly campaignId: CampaignId;
  readonly request: RequestHash;
}

/**
 * Begins a job on a run, which `about` finds. A repeated request finds the job that the first one began, whatever became of the
 * campaign since, and puts it on the queue again as long as nobody took it up. Throws `idempotency-key-reused`.
 */
export const beginCampaignJob = async (
  ports: BeginCampaignPorts,
  { access, campaignId, request }: AskedOfCampaign,
  kind: CampaignJobKind,
  about: () => Promise<{ readonly name: string; readonly scheduledAt: Instant }>,
): Promise<CampaignJob> => {
  const jobId = jobIdOf(request.requestId);
  const before = await ports.jobs.get(access, jobId);
  if (before !== undefined && !(isOfCampaign(before) && before.campaignId === campaignId)) throw idempotencyKeyReused();
  const now = ports.clock.now();
  const draft: CampaignJob = before ?? {
    advertiserId: access.advertiserId,
    jobId,
    ...(await about()),
    campaignId,
    task: { kind },
    state: 'waiting',
    createdAt: now,
    updatedAt: now,
    revision: 0,
    endsAt: addDays(now, JOB_DAYS_KEPT),
  };
  const job = await ports.jobs.create(access, draft, request.bodySha256);
  if (job.state === 'waiting') await ports.jobQueue.put({ advertiserId: access.advertiserId, jobId });
  return job;
};
