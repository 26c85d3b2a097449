import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { ExportJob } from '#shared/domain/rights/export-job.ts';

/** Jobs that make the files of an answer. No list of jobs has them. */
export interface ExportJobs {
  /** Stores it if absent. Resolves to the one that is there. */
  create(access: AdvertiserAccess, job: ExportJob): Promise<ExportJob>;
  /** Strongly consistent. */
  get(access: AdvertiserAccess, jobId: JobId): Promise<ExportJob | undefined>;
  /** Stores the next state, whose `revision` is one more. False: it was changed since it was read. */
  advance(access: AdvertiserAccess, next: ExportJob): Promise<boolean>;
}
