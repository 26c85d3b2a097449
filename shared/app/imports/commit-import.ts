import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { jobIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import type { Job } from '#shared/domain/job/job.ts';
import { importNotChecked, jobNotFound } from '#shared/domain/job/job-failures.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Clock } from '../clock.port.ts';
import { waitingJob } from '../jobs/begin-job.ts';
import type { JobQueue, Jobs } from '../jobs/jobs.port.ts';

interface Ports {
  readonly jobs: Pick<Jobs, 'create' | 'get'>;
  readonly jobQueue: JobQueue;
  readonly clock: Clock;
}

/**
 * Records what a checked file says: the version of it that was checked, and no other. A check is committed once, so that whoever
 * asks again finds the same job, which is put on the queue again as long as nobody took it up. Throws `job-not-found`, and
 * `import-not-checked` where the check has not finished.
 */
export const commitImport = async (
  { jobs, jobQueue, clock }: Ports,
  {
    access,
    jobId: checkedBy,
    apiKeyId,
  }: { readonly access: AdvertiserAccess; readonly jobId: JobId; readonly apiKeyId: string },
): Promise<Job> => {
  const check = await jobs.get(access, checkedBy);
  if (check === undefined || isOfCampaign(check) || check.task.kind !== 'import-check') throw jobNotFound();
  if (check.state !== 'finished') throw importNotChecked();
  const asked = `commit/${checkedBy}`;
  const { advertiserId, name, file, task } = check;
  const commit = { ...task, kind: 'import-commit', apiKeyId, checkedBy } as const;
  const draft = waitingJob({ advertiserId, jobId: jobIdOf(asked), name, file, task: commit }, clock.now());
  const job = await jobs.create(access, draft, sha256Of(asked));
  if (job.state === 'waiting') await jobQueue.put({ advertiserId, jobId: job.jobId });
  return job;
};
