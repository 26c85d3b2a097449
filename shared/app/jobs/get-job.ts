import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { isEnded, type Job } from '#shared/domain/job/job.ts';
import { jobNotFound } from '#shared/domain/job/job-failures.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import type { JobFiles, SignedRequest } from './job-files.port.ts';
import type { Jobs } from './jobs.port.ts';

/** A report is kept so long at least. */
const REPORT_DAYS = 4;

/** A job, and where its report can be downloaded. Absent: it rejected no row, has not ended, or ended days ago. */
export interface ShownJob {
  readonly job: Job;
  readonly report?: SignedRequest | undefined;
}

/** A job, with the report of its rejected rows. Throws `job-not-found`. */
export const getJob = async (
  ports: { readonly jobs: Pick<Jobs, 'get'>; readonly jobFiles: Pick<JobFiles, 'signReport'>; readonly clock: Clock },
  { access, jobId }: { readonly access: AdvertiserAccess; readonly jobId: JobId },
): Promise<ShownJob> => {
  const job = await ports.jobs.get(access, jobId);
  if (job === undefined) throw jobNotFound();
  const isKept = job.finishedAt !== undefined && ports.clock.now() < addDays(job.finishedAt, REPORT_DAYS);
  if (!isEnded(job) || job.reported.length === 0 || !isKept) return { job };
  return { job, report: await ports.jobFiles.signReport(access, jobId) };
};
