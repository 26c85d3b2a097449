import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportJob } from '#shared/domain/rights/export-job.ts';
import type { FullRequest } from '#shared/domain/rights/rights-request.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Clock } from '../../clock.port.ts';
import type { SignedRequest } from '../../jobs/job-files.port.ts';
import type { Ledger } from '../../records/ledger.port.ts';
import { exportJobIdOf } from './begin-export.ts';
import type { ExportFiles } from './export-files.port.ts';
import type { ExportJobs } from './export-jobs.port.ts';

/** Files are kept so long at least. */
const FILE_DAYS = 4;

/** The files of an answer, as the one who answers sees them. */
export interface ShownExport extends Pick<ExportJob, 'jobId' | 'state' | 'fault' | 'finishedAt'> {
  /** When it was asked for. */
  readonly askedAt: Instant;
  /** Empty: they are not made yet, or are gone. */
  readonly files: readonly (SignedRequest & { readonly format: ExportFormat })[];
  /** Until when the files are there, once they are made. */
  readonly filesEndAt?: Instant | undefined;
}

export interface ShowExportPorts {
  readonly exportJobs: Pick<ExportJobs, 'get'>;
  readonly exportFiles: Pick<ExportFiles, 'sign'>;
  readonly ledger: Pick<Ledger, 'readStanding'>;
  readonly clock: Clock;
}

/** What the latest step that exported made; `undefined`: there was none, or its job is not kept any more. */
export const showExport = async (
  { exportJobs, exportFiles, ledger, clock }: ShowExportPorts,
  access: AdvertiserAccess,
  { request: { steps, reserved } }: FullRequest,
): Promise<ShownExport | undefined> => {
  const taken = [...steps, ...(reserved === undefined ? [] : [reserved])];
  const step = taken.findLast(({ action }) => action === 'exported');
  const job = step && (await exportJobs.get(access, exportJobIdOf(step)));
  if (job === undefined) return undefined;
  const { jobId, state, fault, createdAt, finishedAt } = job;
  const shown = { jobId, state, fault, finishedAt, askedAt: createdAt };
  if (state !== 'finished' || finishedAt === undefined) return { ...shown, files: [] };
  const filesEndAt = addDays(finishedAt, FILE_DAYS);
  // An erasure deletes files that hold the contact.
  const standings = await Promise.all(job.contactIds.map((each) => ledger.readStanding(access, each)));
  const isErased = standings.some((standing) => (standing?.erasedAt ?? '') >= createdAt);
  const isThere = clock.now() < filesEndAt && !isErased;
  const sign = async (format: ExportFormat) => ({ format, ...(await exportFiles.sign(access, jobId, format)) });
  return { ...shown, filesEndAt, files: isThere ? await Promise.all(EXPORT_FORMATS.map(sign)) : [] };
};
