import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { REPORT_FORMATS, type ReportFormat } from '#shared/domain/campaign/run-report.ts';
import type { JobId } from '#shared/domain/ids.ts';
import { type AnyJob, type CampaignJob, isOfCampaign } from '#shared/domain/job/campaign-job.ts';
import { isEnded, type Job } from '#shared/domain/job/job.ts';
import { jobNotFound } from '#shared/domain/job/job-failures.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { ReportFiles } from '../campaigns/report/report-files.port.ts';
import type { Clock } from '../clock.port.ts';
import type { JobFiles, SignedRequest } from './job-files.port.ts';
import type { Jobs } from './jobs.port.ts';

/** A report is kept so long at least. */
const REPORT_DAYS = 4;

/** A job on a file, and where its report can be downloaded. Absent: it rejected no row, has not ended, or ended days ago. */
export interface ShownFileJob {
  readonly job: Job;
  readonly report?: SignedRequest | undefined;
}

/** A job on a campaign, and where its files can be downloaded. Empty: it makes none, has not finished, or finished days ago. */
export interface ShownCampaignJob {
  readonly job: CampaignJob;
  readonly files: readonly (SignedRequest & { readonly format: ReportFormat })[];
}

export type ShownJob = ShownFileJob | ShownCampaignJob;

interface Ports {
  readonly jobs: Pick<Jobs, 'get'>;
  readonly jobFiles: Pick<JobFiles, 'signReport'>;
  readonly reportFiles: Pick<ReportFiles, 'sign'>;
  readonly clock: Clock;
}

const isKept = ({ clock }: Ports, { finishedAt }: AnyJob): boolean =>
  finishedAt !== undefined && clock.now() < addDays(finishedAt, REPORT_DAYS);

/** A job, with what it made. Throws `job-not-found`. */
export const getJob = async (
  ports: Ports,
  { access, jobId }: { readonly access: AdvertiserAccess; readonly jobId: JobId },
): Promise<ShownJob> => {
  const job = await ports.jobs.get(access, jobId);
  if (job === undefined) throw jobNotFound();
  if (isOfCampaign(job)) return { job, files: await filesOf(ports, access, job) };
  if (!isEnded(job) || job.reported.length === 0 || !isKept(ports, job)) return { job };
  return { job, report: await ports.jobFiles.signReport(access, jobId) };
};

const filesOf = async (
  ports: Ports,
  access: AdvertiserAccess,
  job: CampaignJob,
): Promise<ShownCampaignJob['files']> => {
  if (job.task.kind !== 'campaign-report' || job.state !== 'finished' || !isKept(ports, job)) return [];
  const { moved } = job.task.known ?? {};
  const formats = REPORT_FORMATS.filter((format) => format !== 'moved' || moved !== undefined);
  return Promise.all(
    formats.map(async (format) => ({ format, ...(await ports.reportFiles.sign(access, job.jobId, format)) })),
  );
};
