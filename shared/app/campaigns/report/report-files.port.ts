import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ReportFormat } from '#shared/domain/campaign/run-report.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { SignedRequest } from '../../jobs/job-files.port.ts';

/** A file that is written from its beginning to its end; nobody sees it before it is closed. */
interface FileWriter {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** The files of reports: each is deleted within seven days, as those of other jobs are. */
export interface ReportFiles {
  /** Writes a part down once. Resolves to what is there: of two that write the same part, the first one's holds. */
  putPiece(access: AdvertiserAccess, jobId: JobId, number: number, text: string): Promise<string>;
  /** `undefined`: it was deleted. */
  piece(access: AdvertiserAccess, jobId: JobId, number: number): Promise<string | undefined>;
  open(access: AdvertiserAccess, jobId: JobId, format: ReportFormat): FileWriter;
  /** Signs the request that downloads it. */
  sign(access: AdvertiserAccess, jobId: JobId, format: ReportFormat): Promise<SignedRequest>;
}
