import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { ExportFormat } from '#shared/domain/rights/export-job.ts';
import type { ReportFiles } from '../../campaigns/report/report-files.port.ts';

/** The files of answers: among those of reports, and deleted within seven days as they are. */
export interface ExportFiles extends Pick<ReportFiles, 'putPiece' | 'piece' | 'sign'> {
  /** Writes a whole file; one that is there is replaced. */
  put(access: AdvertiserAccess, jobId: JobId, format: ExportFormat, text: string): Promise<void>;
}

/** What deletes files before their time. */
export interface RemovedFiles {
  /** Deletes all that a job wrote down, whatever of it another removal left. Done again it changes nothing. */
  remove(access: AdvertiserAccess, jobId: JobId): Promise<void>;
}
