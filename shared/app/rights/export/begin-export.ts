import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { jobIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { ExportExtent, ExportJob, ExportLanguage } from '#shared/domain/rights/export-job.ts';
import type { RightsRequest, StoredStep } from '#shared/domain/rights/rights-request.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../../clock.port.ts';
import { JOB_DAYS_KEPT } from '../../jobs/begin-job.ts';
import type { JobQueue } from '../../jobs/jobs.port.ts';
import type { Advertisers } from '../../settings/advertisers.port.ts';
import type { ExportJobs } from './export-jobs.port.ts';

export interface BeginExportPorts {
  readonly exportJobs: Pick<ExportJobs, 'create'>;
  readonly jobQueue: JobQueue;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly clock: Clock;
}

/** What a step that exports asks for beside its note. */
export interface ExportAsked {
  readonly about?: ExportExtent | undefined;
  readonly language?: ExportLanguage | undefined;
}

/** The job of a step: the same step has the same. */
export const exportJobIdOf = ({ requestId }: Pick<StoredStep, 'requestId'>): JobId => jobIdOf(`export/${requestId}`);

/** Begins to gather what answers a request. Done again for the same step it is the same job, put on the queue as long as nobody took it up. */
export const beginExport = async (
  ports: BeginExportPorts,
  access: AdvertiserAccess,
  request: Pick<RightsRequest, 'id'>,
  step: Pick<StoredStep, 'requestId'> & ExportAsked,
): Promise<void> => {
  const { advertiserId } = access;
  const now = ports.clock.now();
  const job: ExportJob = {
    advertiserId,
    jobId: exportJobIdOf(step),
    requestId: request.id,
    extent: step.about ?? 'person',
    language: step.language ?? (await ports.advertisers.get(access))?.locale ?? 'fr',
    contactIds: [],
    next: { phase: 'contacts', chapter: 0 },
    pieces: 0,
    state: 'waiting',
    createdAt: now,
    updatedAt: now,
    revision: 0,
    endsAt: addDays(now, JOB_DAYS_KEPT),
  };
  const { state, jobId } = await ports.exportJobs.create(access, job);
  if (state === 'waiting') await ports.jobQueue.put({ advertiserId, jobId });
};
